package dev.monsh.gateway.site;

/** Which of nginx's modules a server belongs to. */
public enum Protocol {
    HTTP("http"),
    STREAM("stream"),
    MAIL("mail");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** Returns the name of the block that such servers stand in. */
    public String word() {
        return word;
    }
}
