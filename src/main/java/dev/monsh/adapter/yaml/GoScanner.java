package dev.monsh.adapter.yaml;

import dev.monsh.failure.Problem;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.FlowMappingEndToken;
import org.yaml.snakeyaml.tokens.FlowMappingStartToken;
import org.yaml.snakeyaml.tokens.FlowSequenceEndToken;
import org.yaml.snakeyaml.tokens.FlowSequenceStartToken;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;
import org.yaml.snakeyaml.tokens.ValueToken;

/**
 * Where the scanner of Go's yaml.v2 and yaml.v3 (scannerc.go, libyaml's) and that of SnakeYAML differ: Go takes a tab as
 * white space behind a {@code :}, a scalar and an anchor, and inside of brackets; and in brackets it wants a blank between
 * an unquoted key with its colon and a bracket.
 */
public final class GoScanner {

    private GoScanner() {}

    /**
     * Returns the text with a blank for each tab that Go takes as white space, so that SnakeYAML takes it too. Every
     * character keeps its place.
     */
    public static String withoutTabs(String text) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        for (int left = characters.length; left > 0; left--) {
            Scan scan = new Scan(characters);
            int at = scan.faultyTab();
            if (at < 0 || !isWhiteSpace(characters, at, scan.flowLevel)) {
                break;
            }
            characters[at] = ' ';
        }
        return new String(characters, 0, characters.length);
    }

    /** Go allows tabs where no key can begin: in brackets, and behind something else than a dash in the line. */
    private static boolean isWhiteSpace(int[] characters, int tab, int flowLevel) {
        int before = tab;
        while (before > 0 && (characters[before - 1] == ' ' || characters[before - 1] == '\t')) {
            before--;
        }
        int last = before == 0 ? '\n' : characters[before - 1];
        boolean startsLine = last == '\n' || last == '\r' || last == 0xFEFF;
        return flowLevel > 0 || (!startsLine && last != '-' && last != '?');
    }

    /** Returns the index, in code points, of a bracket that Go does not expect, since it follows a colon directly. */
    private static OptionalInt bracketBehindColon(String text) {
        if (!text.contains(":[") && !text.contains(":{")) {
            return OptionalInt.empty();
        }
        return new Scan(text.codePoints().toArray()).bracketBehindColon();
    }

    /** Returns that bracket as a problem of a file; empty where Go's parser takes the text as SnakeYAML does. */
    public static Optional<Problem> refused(String file, String text) {
        OptionalInt bracket = bracketBehindColon(text);
        if (bracket.isEmpty()) {
            return Optional.empty();
        }
        int at = text.offsetByCodePoints(0, bracket.getAsInt());
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Problem(
                file,
                line,
                text.codePointCount(lineStart, at) + 1,
                "is not YAML: put a blank between the colon and the bracket"));
    }

    /** One run over the tokens, up to the first fault. */
    private static final class Scan {

        private final int[] characters;
        private int flowLevel;
        private int bracket = -1;
        private int fault = -1;

        Scan(int[] characters) {
            this.characters = characters;
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            try {
                ScannerImpl scanner =
                        new ScannerImpl(new StreamReader(new String(characters, 0, characters.length)), options);
                int plainEnd = -1;
                while (scanner.checkToken()) {
                    Token token = scanner.getToken();
                    plainEnd = take(token, plainEnd);
                }
            } catch (MarkedYAMLException e) {
                fault = e.getProblemMark() == null ? -1 : e.getProblemMark().getIndex();
            } catch (YAMLException e) {
                fault = -1;
            }
        }

        private int take(Token token, int plainEnd) {
            int start = token.getStartMark().getIndex();
            if (token instanceof FlowSequenceStartToken || token instanceof FlowMappingStartToken) {
                flowLevel++;
            } else if (token instanceof FlowSequenceEndToken || token instanceof FlowMappingEndToken) {
                flowLevel--;
            } else if (token instanceof ValueToken && flowLevel > 0 && start == plainEnd && bracket < 0) {
                int next = start + 1 < characters.length ? characters[start + 1] : ' ';
                bracket = next == '[' || next == '{' ? start + 1 : -1;
            }
            return token instanceof ScalarToken scalar && scalar.getPlain()
                    ? token.getEndMark().getIndex()
                    : -1;
        }

        int faultyTab() {
            return fault >= 0 && fault < characters.length && characters[fault] == '\t' ? fault : -1;
        }

        OptionalInt bracketBehindColon() {
            return bracket < 0 ? OptionalInt.empty() : OptionalInt.of(bracket);
        }
    }
}
