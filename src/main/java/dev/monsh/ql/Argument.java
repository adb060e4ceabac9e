package dev.monsh.ql;

/** What a function takes at one place. */
public enum Argument {
    /** Series at one time. */
    INSTANT("instant-vector"),
    /** Series over a range: {@code up[5m]}. */
    RANGE("range-vector"),
    /** A range of counters. */
    COUNTER("range-vector of counters"),
    SCALAR("scalar"),
    STRING("string"),
    /** A string that names a label. */
    LABEL("label"),
    /** A log query with a range. */
    LOG_RANGE("log-range"),
    /** Anything. */
    ANY("expression");

    private final String word;

    Argument(String word) {
        this.word = word;
    }

    /** Tells whether a range belongs behind the operand. */
    public boolean isRange() {
        return this == RANGE || this == COUNTER || this == LOG_RANGE;
    }

    @Override
    public String toString() {
        return word;
    }
}
