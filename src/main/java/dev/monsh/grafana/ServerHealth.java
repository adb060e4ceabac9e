package dev.monsh.grafana;

/**
 * What Grafana's health page says.
 *
 * @param version empty where Grafana hides it from people who are not logged in ({@code hide_version})
 * @param database {@code ok} or {@code failing}
 */
public record ServerHealth(String version, String database) {

    /** Returns whether Grafana reaches its own database. */
    public boolean isGood() {
        return database.equals("ok");
    }
}
