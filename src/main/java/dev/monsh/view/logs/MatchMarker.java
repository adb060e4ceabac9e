package dev.monsh.view.logs;

import dev.monsh.logs.LineFilter;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Theme;
import java.util.List;
import java.util.Optional;

/** Makes a line visible and highlights what a search found in it. */
final class MatchMarker {

    private final Optional<LineFilter.Search> search;

    MatchMarker(Optional<LineFilter.Search> search) {
        this.search = search;
    }

    /** Returns the line as a terminal may get it, in a style where nothing is highlighted. */
    String mark(String line, Style style, Theme theme) {
        List<LineFilter.Span> spans =
                theme.color() && search.isPresent() ? search.get().spans(line) : List.of();
        if (spans.isEmpty()) {
            return theme.paint(style, Sanitizer.visible(line));
        }
        StringBuilder text = new StringBuilder(line.length() + 32);
        int end = 0;
        for (LineFilter.Span span : spans) {
            text.append(theme.paint(style, Sanitizer.visible(line.substring(end, span.start()))));
            text.append(theme.paint(Style.MATCH, Sanitizer.visible(line.substring(span.start(), span.end()))));
            end = span.end();
        }
        return text.append(theme.paint(style, Sanitizer.visible(line.substring(end))))
                .toString();
    }
}
