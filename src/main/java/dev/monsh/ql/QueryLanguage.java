package dev.monsh.ql;

/** A language in which servers are asked. */
public interface QueryLanguage {

    /** Reads a text that may be incomplete or wrong. Never fails. */
    Reading read(String text, int cursor);
}
