package dev.monsh.cloud.audit;

/**
 * Something about the gateway in EC2 that can do harm, does not work, or costs money for nothing.
 *
 * @param check a short name that scripts can rely on
 * @param resource the identifier of what it is about
 * @param evidence what was seen
 * @param remedy what to do about it
 */
public record CloudFinding(Severity severity, String check, String resource, String evidence, String remedy) {

    /** How much it matters. */
    public enum Severity {
        /** Somebody can get in, or the gateway does not serve what it should. */
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
