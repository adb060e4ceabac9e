package dev.monsh.view.process;

import dev.monsh.failure.Severity;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.lint.RuleFinding;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the lists about processes and rules look. */
public final class ProcessViews {

    private ProcessViews() {}

    /** Processes as process-exporter sees them. */
    public static ResultView<RunningProcess> processes() {
        return Columns.<RunningProcess>of()
                .number("pid", RunningProcess::pid)
                .style(Style.ACCENT)
                .number("ppid", RunningProcess::ppid)
                .style(Style.FAINT)
                .worth(1)
                .text("user", RunningProcess::user)
                .worth(2)
                .text("comm", RunningProcess::comm)
                .text("command line", RunningProcess::commandLine)
                .json((json, process) -> json.name("argv").strings(process.argv()))
                .cut(16)
                .view();
    }

    /** Rules in the order of the file. */
    public static ResultView<MatcherRule> rules() {
        return Columns.<MatcherRule>of()
                .number("rule", MatcherRule::number)
                .style(Style.FAINT)
                .number("line", rule -> rule.text().place().line())
                .style(Style.FAINT)
                .worth(1)
                .text("name", ProcessViews::name)
                .style(Style.ACCENT)
                .cut(12)
                .texts("comm", ", ", rule -> values(rule.text().comm()))
                .cut(8)
                .texts("exe", ", ", rule -> values(rule.text().exe()))
                .cut(8)
                .texts("cmdline", " AND ", rule -> values(rule.text().cmdline()))
                .wrapped(16)
                .view();
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

    /** Findings about a configuration, each with its place. */
    public static ResultView<RuleFinding> findings() {
        return Columns.<RuleFinding>of()
                .text("place", each -> each.finding().place())
                .notInJson()
                .style(Style.FAINT)
                .text("level", each -> level(each.finding().severity()))
                .style(each -> style(each.finding().severity()))
                .member("rule", (json, finding) -> json.value(finding.rule()))
                .member("file", each -> each.finding().file())
                .member("line", (json, finding) -> json.value(finding.finding().line()))
                .member(
                        "column",
                        (json, finding) -> json.value(finding.finding().column()))
                .text("what", each -> each.finding().message())
                .json("message")
                .wrapped(20)
                .text("what to do", each -> each.finding().next())
                .json("remedy")
                .wrapped(16)
                .view();
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
