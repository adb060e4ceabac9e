package dev.monsh.view.stack;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
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
        Columns.<Finding>of()
                .text("level", finding -> word(finding.severity()))
                .style(finding -> style(finding.severity()))
                .text("place", finding -> finding.problem().place())
                .readable(this::place)
                .notInJson()
                .style(Style.FAINT)
                .text("service", Finding::about)
                .style(Style.ACCENT)
                .worth(1)
                .member("file", Finding::file)
                .member("line", (json, finding) -> json.value(finding.line()))
                .member("column", (json, finding) -> json.value(finding.column()))
                .text("what", Finding::message)
                .json("message")
                .wrapped(20)
                .text("what to do", Finding::next)
                .json("next")
                .wrapped(16)
                .view()
                .print(console, format, findings);
    }

    private String place(Finding finding) {
        Problem problem = finding.problem();
        Path file = Path.of(problem.file());
        boolean inside = file.isAbsolute() && file.startsWith(folder) && !file.equals(folder);
        return inside
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
}
