package dev.monsh.view.logs;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.logs.target.CheckedTarget;
import dev.monsh.logs.target.LogFile;
import dev.monsh.logs.target.LogFinding;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How the log targets look. */
public final class LogfileViews {

    private LogfileViews() {}

    /** The targets, what they take, and when that was written last. */
    public static ResultView<CheckedTarget> targets() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("service")
                        .left("job")
                        .cut("path", 20)
                        .right("files")
                        .left("last written"),
                checked -> List.of(
                        cell(checked.target().service(), Style.ACCENT),
                        cell(checked.target().job(), Style.PLAIN),
                        cell(path(checked), Style.PLAIN),
                        cell(String.valueOf(checked.files().size()), Style.PLAIN),
                        cell(lastWritten(checked), Style.FAINT)),
                LogfileViews::json);
    }

    private static String path(CheckedTarget checked) {
        return checked.hostPath().orElse(checked.target().path());
    }

    /** RFC 3339 in UTC, to the second: a file's time is no more exact than its filesystem. */
    private static String lastWritten(CheckedTarget checked) {
        return checked.lastWritten()
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
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
    public static void check(Console console, OutputFormat format, List<CheckedTarget> targets) {
        if (format == OutputFormat.JSON || format == OutputFormat.JSONL) {
            targets().print(console, format, targets);
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
        new ResultView<Row>(
                        () -> Table.builder()
                                .left("service")
                                .left("line")
                                .left("level")
                                .cut("what", 24)
                                .left("last written"),
                        row -> List.of(
                                cell(row.checked().target().service(), Style.ACCENT),
                                cell(String.valueOf(row.checked().target().line()), Style.FAINT),
                                cell(row.level(), row.style()),
                                cell(row.message(), Style.PLAIN),
                                cell(lastWritten(row.checked()), Style.FAINT)),
                        (json, row) -> {})
                .print(console, format, rows);
    }
}
