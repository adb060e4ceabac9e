package dev.monsh.view.process;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.failure.Severity;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.lint.RuleFinding;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the lists about processes and rules look. */
public final class ProcessViews {

    private ProcessViews() {}

    /** Processes as process-exporter sees them. */
    public static ResultView<RunningProcess> processes() {
        return new ResultView<>(
                () -> Table.builder()
                        .right("pid")
                        .right("ppid")
                        .left("user")
                        .left("comm")
                        .cut("command line", 16),
                process -> List.of(
                        cell(String.valueOf(process.pid()), Style.ACCENT),
                        cell(String.valueOf(process.ppid()), Style.FAINT),
                        cell(process.user(), Style.PLAIN),
                        cell(process.comm(), Style.PLAIN),
                        cell(process.commandLine(), Style.PLAIN)),
                (json, process) -> {
                    json.beginObject().name("pid").value(process.pid());
                    json.name("ppid").value(process.ppid());
                    json.member("user", process.user()).member("comm", process.comm());
                    json.name("argv").strings(process.argv()).endObject();
                });
    }

    /** Rules in the order of the file. */
    public static ResultView<MatcherRule> rules() {
        return new ResultView<>(
                () -> Table.builder()
                        .right("rule")
                        .right("line")
                        .cut("name", 12)
                        .cut("comm", 8)
                        .cut("exe", 8)
                        .cut("cmdline", 16),
                rule -> List.of(
                        cell(String.valueOf(rule.number()), Style.FAINT),
                        cell(String.valueOf(rule.text().place().line()), Style.FAINT),
                        cell(name(rule), Style.ACCENT),
                        cell(joined(rule.text().comm(), ", "), Style.PLAIN),
                        cell(joined(rule.text().exe(), ", "), Style.PLAIN),
                        cell(joined(rule.text().cmdline(), " AND "), Style.PLAIN)),
                ProcessViews::rule);
    }

    private static void rule(JsonWriter json, MatcherRule rule) {
        json.beginObject().name("rule").value(rule.number());
        json.name("line").value(rule.text().place().line());
        json.member("name", name(rule));
        json.name("comm").strings(values(rule.text().comm()));
        json.name("exe").strings(values(rule.text().exe()));
        json.name("cmdline").strings(values(rule.text().cmdline()));
        json.endObject();
    }

    private static String name(MatcherRule rule) {
        return rule.text()
                .name()
                .map(SourceText::value)
                .filter(text -> !text.isEmpty())
                .orElse("{{.ExeBase}}");
    }

    private static List<String> values(Optional<List<SourceText>> entries) {
        return entries.orElse(List.of()).stream().map(SourceText::value).toList();
    }

    private static String joined(Optional<List<SourceText>> entries, String between) {
        return String.join(between, values(entries));
    }

    /** Findings about a configuration, each with its place. */
    public static ResultView<RuleFinding> findings() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("place")
                        .left("level")
                        .cut("what", 30)
                        .wrapped("what to do", 16),
                finding -> List.of(
                        cell(finding.finding().place(), Style.FAINT),
                        cell(
                                level(finding.finding().severity()),
                                style(finding.finding().severity())),
                        cell(finding.finding().message(), Style.PLAIN),
                        cell(finding.finding().next(), Style.PLAIN)),
                (json, finding) -> {
                    json.beginObject().member("level", level(finding.finding().severity()));
                    json.name("rule").value(finding.rule());
                    json.member("file", finding.finding().file());
                    json.name("line").value(finding.finding().line());
                    json.name("column").value(finding.finding().column());
                    json.member("message", finding.finding().message())
                            .member("remedy", finding.finding().next())
                            .endObject();
                });
    }

    private static String level(Severity severity) {
        return severity == Severity.NOTE ? "hint" : severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.WARNING;
            case NOTE -> Style.FAINT;
        };
    }
}
