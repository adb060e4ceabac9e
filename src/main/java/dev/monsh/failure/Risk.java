package dev.monsh.failure;

/** How much harm something can do. */
public enum Risk {
    /** Somebody can get in, change or stop something, or what should be served is not. */
    HIGH("high"),
    MEDIUM("medium"),
    LOW("low");

    private final String word;

    Risk(String word) {
        this.word = word;
    }

    /** Returns the word for output. */
    public String word() {
        return word;
    }
}
