package dev.monsh.gateway.nginx;

import dev.monsh.edit.LineStyle;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;

/** A configuration file: its bytes, and the tree whose offsets point into them. */
public final class NginxFile {

    private static final String USUAL_INDENT = "    ";

    private final NginxSource source;
    private final Block root;

    private NginxFile(NginxSource source) {
        this.source = source;
        this.root = NginxParser.parse(source);
    }

    /**
     * Reads a file by nginx's grammar; what the directives mean is not judged.
     *
     * @param name as the user knows it, for messages
     * @throws ConfigurationException where nginx would refuse to read it, with line and column
     */
    public static NginxFile parse(String name, byte[] bytes) {
        return new NginxFile(new NginxSource(name, bytes));
    }

    /** Returns the name that messages use. */
    public String name() {
        return source.name();
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return source.bytes();
    }

    /** Returns the whole file as a block. */
    public Block root() {
        return root;
    }

    /** Returns the line of an offset, counted from 1. */
    public int line(int offset) {
        return source.line(offset);
    }

    /** Returns how lines are ended and indented. */
    public LineStyle style() {
        return LineStyle.of(source.bytes(), USUAL_INDENT);
    }

    /** Returns a fault at an offset. */
    public Problem problem(int offset, String message) {
        return source.problem(offset, message);
    }

    /** Returns a directive as written in the file. */
    public String text(Directive directive) {
        return Word.decoded(source.raw(directive.start(), directive.end()));
    }

    /** Returns whether a text stands anywhere in the file. */
    public boolean contains(String text) {
        return source.raw(0, source.length()).contains(text);
    }

    NginxSource source() {
        return source;
    }
}
