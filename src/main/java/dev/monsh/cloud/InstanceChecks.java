package dev.monsh.cloud;

/**
 * EC2's own two checks of an instance, in EC2's words: {@code ok}, {@code impaired}, {@code initializing},
 * {@code insufficient-data}, {@code not-applicable}.
 *
 * @param system whether the machine below it is healthy
 * @param instance whether its own network answers
 */
public record InstanceChecks(String system, String instance) {

    private static final String IMPAIRED = "impaired";

    /** Tells whether one of them has failed. */
    public boolean impaired() {
        return system.equals(IMPAIRED) || instance.equals(IMPAIRED);
    }
}
