package dev.monsh.gateway.nginx;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One change of a file, and what it means for the tree. */
public sealed interface NginxEdit {

    /** A word that nginx is to read as another text; quotes stay as they are. */
    record SetWord(Word word, String text) implements NginxEdit {}

    /** A directive that gets other parameters; its block stays. */
    record SetArguments(Directive directive, List<String> arguments) implements NginxEdit {}

    /**
     * Bytes that give way to others.
     *
     * @param raw every character one byte; as text it holds whole comments and directives
     * @param removed all comments and directives that go with the bytes
     */
    record Replace(int start, int end, String raw, List<Item> removed) implements NginxEdit {}

    /** Returns an insertion; the text is written in UTF-8. */
    static Replace insertion(int at, String text) {
        return new Replace(at, at, raw(text), List.of());
    }

    /** Returns text with every character one byte of its UTF-8. */
    static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
