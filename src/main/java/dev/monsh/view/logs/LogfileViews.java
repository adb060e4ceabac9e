package dev.monsh.view.logs;

import dev.monsh.logs.target.CheckedTarget;
import dev.monsh.logs.target.LogFile;
import dev.monsh.logs.target.LogFinding;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the log targets look. */
public final class LogfileViews {

    private LogfileViews() {}

    /** The targets, what they take, and when that was written last. */
    public static ResultView<CheckedTarget> targets(Instant now) {
        return Columns.<CheckedTarget>of()
                .text("service", checked -> checked.target().service())
                .style(Style.ACCENT)
                .text("job", checked -> checked.target().job())
                .shared()
                .worth(1)
                .text("path", LogfileViews::path)
                .wrapped(16)
                .number("files", checked -> checked.files().size())
                .time("last written", now, LogfileViews::lastWritten)
                .style(Style.FAINT)
                .view(LogfileViews::json);
    }

    private static String path(CheckedTarget checked) {
        return checked.hostPath().orElse(checked.target().path());
    }

    /** To the second: a file's time is no more exact than its filesystem. */
    private static Optional<Instant> lastWritten(CheckedTarget checked) {
        return checked.lastWritten().map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void json(JsonWriter json, CheckedTarget checked) {
        json.beginObject().member("service", checked.target().service());
        json.member("job", checked.target().job())
                .member("path", checked.target().path());
        json.member("host_path", checked.hostPath().orElse(""));
        json.name("line").value(checked.target().line());
        json.name("files").beginArray();
        for (LogFile file : checked.files()) {
            json.beginObject().member("path", file.path().toString());
            json.name("size").value(file.size());
            json.member("last_written", file.lastWritten().toString()).endObject();
        }
        json.endArray().name("findings").beginArray();
        for (LogFinding finding : checked.findings()) {
            json.beginObject()
                    .member("level", finding.fault() ? "fault" : "note")
                    .member("message", finding.message())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private record Row(CheckedTarget checked, String level, Style style, String message) {}

    /** Prints a row for each finding, and one for each target without any. */
    public static void check(Console console, OutputFormat format, List<CheckedTarget> targets, Instant now) {
        if (format == OutputFormat.JSON || format == OutputFormat.JSONL) {
            targets(now).print(console, format, targets);
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (CheckedTarget checked : targets) {
            if (checked.findings().isEmpty()) {
                rows.add(new Row(checked, "ok", Style.GOOD, path(checked)));
            }
            for (LogFinding finding : checked.findings()) {
                rows.add(
                        finding.fault()
                                ? new Row(checked, "fault", Style.BAD, finding.message())
                                : new Row(checked, "note", Style.WARNING, finding.message()));
            }
        }
        Columns.<Row>of()
                .text("service", row -> row.checked().target().service())
                .style(Style.ACCENT)
                .number("line", row -> row.checked().target().line())
                .style(Style.FAINT)
                .worth(1)
                .text("level", Row::level)
                .style(Row::style)
                .text("what", Row::message)
                .wrapped(20)
                .time("last written", now, row -> lastWritten(row.checked()))
                .style(Style.FAINT)
                .worth(2)
                .view()
                .print(console, format, rows);
    }
}
