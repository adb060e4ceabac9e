package dev.monsh.gateway.nginx;

import dev.monsh.edit.Splice;
import dev.monsh.edit.Splices;
import dev.monsh.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes a file by splices alone, and proves it: the new bytes are read again, and their tree must be the old one but for
 * what the edits mean.
 */
public final class NginxEditor {

    /**
     * Makes the edits, whose offsets are those of the file given.
     *
     * @throws ConfigurationException where the new text would not be what was meant; nothing is written then
     */
    public NginxFile apply(NginxFile before, List<NginxEdit> edits) {
        List<NginxEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(NginxEditor::start));
        List<Splice> splices = sorted.stream().map(NginxEditor::splice).toList();
        byte[] bytes = Splices.apply(before.bytes(), splices);
        NginxFile after = reread(before, sorted, bytes);
        List<Shape> expected = new ExpectedShapes(before, sorted).shapes();
        if (!Shape.of(after.root()).equals(expected)) {
            throw refused(before, sorted, "the edit would change more of the file than intended");
        }
        return after;
    }

    private static NginxFile reread(NginxFile before, List<NginxEdit> edits, byte[] bytes) {
        try {
            return NginxFile.parse(before.name(), bytes);
        } catch (ConfigurationException e) {
            throw refused(
                    before,
                    edits,
                    "the file could not be read after the change: "
                            + e.problems().getFirst());
        }
    }

    private static ConfigurationException refused(NginxFile before, List<NginxEdit> edits, String why) {
        return before.source().fault(start(edits.getFirst()), why + "; nothing is changed, edit this place by hand");
    }

    private static int start(NginxEdit edit) {
        return switch (edit) {
            case NginxEdit.SetWord set -> set.word().start();
            case NginxEdit.SetArguments set ->
                set.directive().words().getFirst().end();
            case NginxEdit.Replace replace -> replace.start();
        };
    }

    private static Splice splice(NginxEdit edit) {
        return switch (edit) {
            case NginxEdit.SetWord(Word word, String text) -> wordSplice(word, NginxEdit.raw(text));
            case NginxEdit.SetArguments(Directive directive, List<String> arguments) ->
                argumentsSplice(directive, arguments);
            case NginxEdit.Replace replace -> splice(replace.start(), replace.end(), replace.raw());
        };
    }

    /** Only the differing bytes are replaced; a word with escapes is rewritten. */
    private static Splice wordSplice(Word word, String value) {
        String old = word.content();
        int first = word.start() + (word.isQuoted() ? 1 : 0);
        if (old.indexOf('\\') >= 0 || !isPlain(value)) {
            return splice(word.start(), word.end(), quoted(word, value));
        }
        int same = 0;
        while (same < Math.min(old.length(), value.length()) && old.charAt(same) == value.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(old.length(), value.length()) - same
                && old.charAt(old.length() - 1 - tail) == value.charAt(value.length() - 1 - tail)) {
            tail++;
        }
        return splice(first + same, first + old.length() - tail, value.substring(same, value.length() - tail));
    }

    /**
     * Comments between the words would be lost, which makes the proof fail. A brace must not touch the last word, because
     * behind a dollar it would belong to that.
     */
    private static Splice argumentsSplice(Directive directive, List<String> arguments) {
        StringBuilder raw = new StringBuilder();
        for (String argument : arguments) {
            String value = NginxEdit.raw(argument);
            raw.append(' ').append(isWord(value) ? value : "\"" + escaped(value, "\"") + "\"");
        }
        int end = directive.words().getLast().end();
        boolean touches =
                directive.block().filter(block -> block.open() - 1 == end).isPresent();
        return splice(directive.words().getFirst().end(), end, raw + (touches ? " " : ""));
    }

    /** A regular expression is written without quotes as long as nginx reads the same. */
    private static boolean isWord(String value) {
        return !value.isEmpty()
                && !value.startsWith("#")
                && value.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "\"'\\;{}".indexOf(c) >= 0);
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "\"'\\;{}#$".indexOf(c) >= 0);
    }

    private static String quoted(Word word, String value) {
        String quote = word.isQuoted() ? word.raw().substring(0, 1) : "\"";
        return quote + escaped(value, quote) + quote;
    }

    private static String escaped(String value, String quote) {
        return value.replace("\\", "\\\\").replace(quote, "\\" + quote);
    }

    private static Splice splice(int start, int end, String raw) {
        return new Splice(start, end, raw.getBytes(StandardCharsets.ISO_8859_1));
    }
}
