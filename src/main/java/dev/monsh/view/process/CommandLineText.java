package dev.monsh.view.process;

import dev.monsh.process.gotext.GoText;
import dev.monsh.process.regex.Capture;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** A command line for a terminal: clean, its captures highlighted, and cut so that the last capture still shows. */
final class CommandLineText {

    private record Piece(String shown, int columns, boolean captured) {}

    private final Console console;
    private final String ellipsis;

    CommandLineText(Console console) {
        this.console = console;
        this.ellipsis = console.profile().unicode() ? "…" : "~";
    }

    /**
     * Returns the text with its escape sequences for colour.
     *
     * @param captures what to highlight: groups that took part, by index in the command line
     * @param width columns; what is longer is cut
     */
    String of(String commandLine, List<Capture> captures, int width) {
        List<Piece> pieces = pieces(commandLine, captures);
        int total = pieces.stream().mapToInt(Piece::columns).sum();
        if (total <= width) {
            return painted(pieces);
        }
        int last = pieces.size() - 1;
        while (last >= 0 && !pieces.get(last).captured()) {
            last--;
        }
        int end = end(pieces, 0, width - 1);
        if (last < end) {
            return painted(pieces.subList(0, end)) + ellipsis;
        }
        boolean toTheEnd = last == pieces.size() - 1;
        int start = start(pieces, last + 1, width - (toTheEnd ? 1 : 2));
        return ellipsis + painted(pieces.subList(start, last + 1)) + (toTheEnd ? "" : ellipsis);
    }

    /** Returns the text clean and uncut, nothing highlighted. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            shown.append(visible(text, i));
        }
        return shown.toString();
    }

    private static String visible(String text, int index) {
        return GoText.isRawByte(text, index)
                ? "\\x%02x".formatted(GoText.rawByte(text.charAt(index)))
                : Sanitizer.visible(Character.toString(text.codePointAt(index)));
    }

    private static List<Piece> pieces(String commandLine, List<Capture> captures) {
        boolean[] captured = new boolean[commandLine.length()];
        for (Capture capture : captures) {
            for (int i = Math.max(0, capture.start()); capture.group() > 0 && i < capture.end(); i++) {
                captured[i] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < commandLine.length(); i += Character.charCount(commandLine.codePointAt(i))) {
            String shown = visible(commandLine, i);
            pieces.add(new Piece(shown, TextWidth.of(shown), captured[i]));
        }
        return pieces;
    }

    private static int end(List<Piece> pieces, int start, int width) {
        int used = 0;
        int end = start;
        while (end < pieces.size() && used + pieces.get(end).columns() <= width) {
            used += pieces.get(end).columns();
            end++;
        }
        return end;
    }

    private static int start(List<Piece> pieces, int end, int width) {
        int used = 0;
        int start = end;
        while (start > 0 && used + pieces.get(start - 1).columns() <= width) {
            start--;
            used += pieces.get(start).columns();
        }
        return start;
    }

    private String painted(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < pieces.size()) {
            boolean captured = pieces.get(at).captured();
            StringBuilder run = new StringBuilder();
            while (at < pieces.size() && pieces.get(at).captured() == captured) {
                run.append(pieces.get(at).shown());
                at++;
            }
            text.append(console.theme().paint(captured ? Style.MATCH : Style.PLAIN, run.toString()));
        }
        return text.toString();
    }
}
