package dev.monsh.view.process;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.Explanation;
import dev.monsh.process.explain.Outcome;
import dev.monsh.process.explain.RegexMatch;
import dev.monsh.process.explain.RuleVerdict;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why a process is in its group, or in none. */
public final class ExplanationView {

    private final Console console;

    public ExplanationView(Console console) {
        this.console = console;
    }

    /** Prints the explanation in any form: for people, as a row a rule, or as one JSON object. */
    public void print(Explanation explanation, OutputFormat format) {
        switch (format) {
            case TABLE -> lines(explanation);
            case JSON -> json(explanation);
            default -> rows().print(console, format, explanation.verdicts());
        }
    }

    private static ResultView<RuleVerdict> rows() {
        return Columns.<RuleVerdict>of()
                .number("rule", RuleVerdict::rule)
                .text("verdict", ExplanationView::word)
                .text(
                        "selector",
                        verdict -> verdict instanceof RuleVerdict.Rejects rejects
                                ? rejects.selector().key()
                                : "")
                .text("reason", verdict -> switch (verdict) {
                    case RuleVerdict.Takes takes -> takes.name().name();
                    case RuleVerdict.Rejects rejects -> rejects.reason();
                })
                .text(
                        "hint",
                        verdict -> verdict instanceof RuleVerdict.Rejects rejects
                                ? rejects.hint().orElse("")
                                : "")
                .view(ExplanationView::verdict);
    }

    private static String word(RuleVerdict verdict) {
        return switch (verdict) {
            case RuleVerdict.Takes takes -> takes.first() ? "takes" : "comes too late";
            case RuleVerdict.Rejects _ -> "rejects";
        };
    }

    private void lines(Explanation explanation) {
        RunningProcess process = explanation.process();
        line(
                Style.HEADER,
                "process " + process.pid() + ", comm " + CommandLineText.visible(process.comm()) + ", child of "
                        + process.ppid());
        List<RegexMatch> regexes = explanation.verdicts().stream()
                .filter(verdict -> verdict instanceof RuleVerdict.Takes takes && takes.first())
                .flatMap(verdict -> ((RuleVerdict.Takes) verdict).regexes().stream())
                .toList();
        console.out().write("  ");
        console.out()
                .write(new CommandLineText(console)
                        .of(
                                process.commandLine(),
                                regexes.stream()
                                        .flatMap(regex -> regex.captures().stream())
                                        .toList(),
                                Integer.MAX_VALUE));
        console.out().write('\n');
        outcome(explanation.outcome());
        explanation.verdicts().forEach(this::verdictLines);
    }

    private void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.ByRule(int rule, String group) ->
                line(Style.GOOD, "group " + CommandLineText.visible(group) + ", by rule " + rule);
            case Outcome.ByParent(int rule, String group, List<RunningProcess> line) ->
                line(
                        Style.GOOD,
                        "group " + CommandLineText.visible(group) + ", as a descendant of "
                                + line.getLast().pid() + ", which rule " + rule + " takes");
            case Outcome.Ungrouped(String reason) -> line(Style.BAD, "no group: " + reason);
        }
    }

    private void verdictLines(RuleVerdict verdict) {
        switch (verdict) {
            case RuleVerdict.Takes takes -> {
                String name = CommandLineText.visible(takes.name().name());
                line(
                        takes.first() ? Style.GOOD : Style.FAINT,
                        "rule " + takes.rule()
                                + (takes.first()
                                        ? " matches it: "
                                        : " would match it, but an earlier rule comes first: ")
                                + name);
                takes.name()
                        .stopped()
                        .ifPresent(fault ->
                                line(Style.WARNING, "  the template fails there: " + CommandLineText.visible(fault)));
                named(takes.matches())
                        .forEach(
                                (key, value) -> line(Style.PLAIN, "  " + key + " = " + CommandLineText.visible(value)));
            }
            case RuleVerdict.Rejects rejects -> {
                line(Style.PLAIN, "rule " + rejects.rule() + ": " + CommandLineText.visible(rejects.reason()));
                rejects.hint().ifPresent(hint -> line(Style.WARNING, "  " + CommandLineText.visible(hint)));
            }
        }
    }

    private void line(Style style, String clean) {
        console.out().write(console.theme().paint(style, clean));
        console.out().write('\n');
    }

    private static SortedMap<String, String> named(Map<String, String> matches) {
        SortedMap<String, String> named = new TreeMap<>(matches);
        named.remove("");
        return named;
    }

    private void json(Explanation explanation) {
        RunningProcess process = explanation.process();
        JsonWriter json = new JsonWriter(console.out());
        json.beginObject().name("pid").value(process.pid());
        json.name("ppid").value(process.ppid());
        json.member("comm", process.comm()).name("argv").strings(process.argv());
        switch (explanation.outcome()) {
            case Outcome.ByRule(int rule, String group) ->
                json.member("group", group).name("rule").value(rule).member("via", "rule");
            case Outcome.ByParent(int rule, String group, List<RunningProcess> line) -> {
                json.member("group", group).name("rule").value(rule).member("via", "parent");
                json.name("owner").value(line.getLast().pid());
            }
            case Outcome.Ungrouped(String reason) ->
                json.name("group").nullValue().member("reason", reason);
        }
        json.name("rules").beginArray();
        explanation.verdicts().forEach(verdict -> verdict(json, verdict));
        json.endArray().endObject().newLine();
    }

    private static void verdict(JsonWriter json, RuleVerdict verdict) {
        json.beginObject().name("rule").value(verdict.rule());
        switch (verdict) {
            case RuleVerdict.Takes takes -> {
                json.name("takes").value(true).name("first").value(takes.first());
                json.member("group", takes.name().name()).name("matches").strings(named(takes.matches()));
            }
            case RuleVerdict.Rejects rejects -> {
                json.name("takes")
                        .value(false)
                        .member("selector", rejects.selector().key());
                json.member("reason", rejects.reason());
                rejects.hint().ifPresent(hint -> json.member("hint", hint));
            }
        }
        json.endObject();
    }
}
