package dev.monsh.view.stack;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How the findings about a stack look. */
public final class StackFindingsView {

    private final Path folder;

    /** Takes the stack's folder; on a terminal the files in it go by their names there. */
    public StackFindingsView(Path folder) {
        this.folder = folder;
    }

    public void print(Console console, OutputFormat format, List<Finding> findings) {
        boolean shorten = format == OutputFormat.TABLE;
        new ResultView<Finding>(
                        () -> Table.builder()
                                .left("level")
                                .left("place")
                                .left("service")
                                .cut("what", 30)
                                .wrapped("what to do", 16),
                        finding -> List.of(
                                cell(word(finding.severity()), style(finding.severity())),
                                cell(place(finding, shorten), Style.FAINT),
                                cell(finding.about(), Style.ACCENT),
                                cell(finding.message(), Style.PLAIN),
                                cell(finding.next(), Style.PLAIN)),
                        StackFindingsView::json)
                .print(console, format, findings);
    }

    private String place(Finding finding, boolean shorten) {
        Problem problem = finding.problem();
        Path file = Path.of(problem.file());
        boolean inside = file.isAbsolute() && file.startsWith(folder) && !file.equals(folder);
        return shorten && inside
                ? new Problem(folder.relativize(file).toString(), problem.line(), problem.column(), "").place()
                : problem.place();
    }

    private static String word(Severity severity) {
        return severity == Severity.NOTE ? "info" : severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.WARNING;
            case NOTE -> Style.FAINT;
        };
    }

    private static void json(JsonWriter json, Finding finding) {
        json.beginObject()
                .member("level", word(finding.severity()))
                .member("service", finding.about())
                .member("file", finding.file());
        json.name("line").value(finding.line());
        json.name("column").value(finding.column());
        json.member("message", finding.message()).member("next", finding.next()).endObject();
    }
}
