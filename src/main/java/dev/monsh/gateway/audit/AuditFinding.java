package dev.monsh.gateway.audit;

/**
 * Something about the gateway that can do harm.
 *
 * @param check a short name that scripts can rely on
 * @param file as the user knows it
 * @param line of the server block, counted from 1
 * @param port the public port
 * @param evidence what was seen
 * @param remedy what to do about it
 */
public record AuditFinding(
        Severity severity, String check, String file, int line, int port, String evidence, String remedy) {

    /** How much harm. */
    public enum Severity {
        /** Somebody can change or stop something, or nginx does not do what the file says. */
        HIGH("high"),
        MEDIUM("medium"),
        LOW("low");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
