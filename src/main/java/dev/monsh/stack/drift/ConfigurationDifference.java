package dev.monsh.stack.drift;

/**
 * A setting that a server has loaded with another value than its file has; no secrets are in it.
 *
 * @param path such as {@code scrape_configs[node].scrape_interval}
 * @param running {@link #NOTHING} where the server does not have it
 * @param declared {@link #NOTHING} where the file does not have it
 */
public record ConfigurationDifference(String path, String running, String declared) {

    public static final String NOTHING = "(nothing)";
}
