package dev.monsh.view.process;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.AlmostMatch;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.MatchedProcess;
import dev.monsh.process.match.ProcessGroup;
import dev.monsh.process.match.Via;
import dev.monsh.process.regex.Capture;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.MatcherRule;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TextWidth;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The groups of a configuration and the processes in them. */
public final class GroupingView {

    private static final int LEAST_COMMAND_LINE = 16;

    private final Console console;
    private final Map<Integer, MatcherRule> rules = new HashMap<>();

    /** Takes the configuration, whose regexes say what to highlight. */
    public GroupingView(Console console, MatcherConfig config) {
        this.console = console;
        config.rules().forEach(rule -> rules.put(rule.number(), rule));
    }

    /** Prints the groups in any form. */
    public void print(Grouping grouping, OutputFormat format) {
        switch (format) {
            case TABLE -> table(grouping);
            case JSON -> json(grouping);
            default -> rows().print(console, format, members(grouping));
        }
    }

    private record Member(String group, MatchedProcess matched) {}

    private static List<Member> members(Grouping grouping) {
        List<Member> members = new ArrayList<>();
        for (ProcessGroup group : grouping.groups()) {
            group.processes().forEach(matched -> members.add(new Member(group.name(), matched)));
        }
        return members;
    }

    private static ResultView<Member> rows() {
        return Columns.<Member>of()
                .text("group", Member::group)
                .number("pid", member -> member.matched().process().pid())
                .number("rule", member -> member.matched().rule())
                .text("via", member -> via(member.matched()))
                .text("comm", member -> member.matched().process().comm())
                .notInJson()
                .text("command line", member -> member.matched().process().commandLine())
                .json((json, member) ->
                        json.name("matches").strings(member.matched().namedMatches()))
                .view();
    }

    private static String via(MatchedProcess matched) {
        return matched.via().name().toLowerCase(Locale.ROOT);
    }

    private void json(Grouping grouping) {
        JsonWriter json = new JsonWriter(console.out());
        json.beginObject().name("groups").beginArray();
        for (ProcessGroup group : grouping.groups()) {
            json.beginObject().member("name", group.name()).name("processes").beginArray();
            for (MatchedProcess matched : group.processes()) {
                json.beginObject();
                members(json, matched);
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray()
                .name("unmatched")
                .value(grouping.unmatched().size())
                .endObject()
                .newLine();
    }

    private static void members(JsonWriter json, MatchedProcess matched) {
        json.name("pid").value(matched.process().pid());
        json.name("rule").value(matched.rule());
        json.member("via", via(matched)).name("matches").strings(matched.namedMatches());
    }

    /** A heading a group, its processes below it in columns that are aligned over all groups. */
    private void table(Grouping grouping) {
        List<Member> members = members(grouping);
        int pids = widest(members.stream()
                .map(member -> String.valueOf(member.matched().process().pid()))
                .toList());
        int origins =
                widest(members.stream().map(member -> origin(member.matched())).toList());
        int comms = widest(members.stream()
                .map(member ->
                        CommandLineText.visible(member.matched().process().comm()))
                .toList());
        for (ProcessGroup group : grouping.groups()) {
            heading(group);
            for (MatchedProcess matched : group.processes()) {
                RunningProcess process = matched.process();
                String pid = String.valueOf(process.pid());
                String comm = CommandLineText.visible(process.comm());
                String left =
                        "  " + " ".repeat(pids - pid.length()) + pid + "  " + padded(origin(matched), origins) + "  ";
                int room = console.profile().width() - TextWidth.of(left) - comms - 2;
                String commandLine = new CommandLineText(console)
                        .of(process.commandLine(), captures(matched), Math.max(LEAST_COMMAND_LINE, room));
                String line = left + padded(comm, comms) + "  " + commandLine;
                console.out().write(commandLine.isEmpty() ? line.stripTrailing() : line);
                console.out().write('\n');
            }
        }
    }

    private void heading(ProcessGroup group) {
        int count = group.processes().size();
        String name = group.name().isEmpty() ? "\"\"" : CommandLineText.visible(group.name());
        console.out().write(console.theme().paint(Style.ACCENT, name));
        console.out().write("  ");
        console.out().write(console.theme().paint(Style.FAINT, count == 1 ? "1 process" : count + " processes"));
        console.out().write('\n');
    }

    private static String origin(MatchedProcess matched) {
        return matched.via() == Via.RULE ? "rule " + matched.rule() : "child of " + matched.owner();
    }

    private List<Capture> captures(MatchedProcess matched) {
        MatcherRule rule = rules.get(matched.rule());
        if (rule == null || matched.via() == Via.PARENT) {
            return List.of();
        }
        String commandLine = matched.process().commandLine();
        return rule.regexes().stream()
                .flatMap(regex -> regex.captures(commandLine).stream())
                .toList();
    }

    /** Prints processes that one rule nearly takes, each with the reason. */
    public void printAlmost(List<AlmostMatch> close) {
        if (close.isEmpty()) {
            return;
        }
        int pids = widest(
                close.stream().map(each -> String.valueOf(each.process().pid())).toList());
        console.out().write(console.theme().paint(Style.WARNING, "in no group, but close") + "\n");
        for (AlmostMatch each : close) {
            String pid = String.valueOf(each.process().pid());
            String left = "  " + " ".repeat(pids - pid.length()) + pid + "  ";
            console.out().write(left + "rule " + each.rule() + ": " + CommandLineText.visible(each.reason()) + "\n");
            each.hint()
                    .ifPresent(hint -> console.out()
                            .write(" ".repeat(left.length())
                                    + console.theme().paint(Style.FAINT, CommandLineText.visible(hint)) + "\n"));
        }
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
    }
}
