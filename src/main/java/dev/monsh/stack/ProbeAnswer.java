package dev.monsh.stack;

/**
 * What came of asking a server.
 *
 * @param status the HTTP status; 0 where there was no answer
 * @param body the beginning of the answer's body; where there was no answer, why not
 */
public record ProbeAnswer(int status, String body) {

    private static final int OK = 200;

    public static ProbeAnswer none(String why) {
        return new ProbeAnswer(0, why);
    }

    public boolean ok() {
        return status == OK;
    }

    /** Returns it in a few words: {@code 200}, {@code 503 Ingester not ready}, {@code connection refused}. */
    public String words() {
        String firstLine = body.lines().findFirst().orElse("").strip();
        if (status == 0) {
            return firstLine;
        }
        return ok() || firstLine.isEmpty() || firstLine.startsWith("<")
                ? Integer.toString(status)
                : status + " " + firstLine;
    }
}
