package dev.monsh.view.process;

import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.MatchedProcess;
import dev.monsh.process.match.ProcessGroup;
import dev.monsh.process.rule.RuleText;
import dev.monsh.process.suggest.RuleSuggestion;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import java.util.List;
import java.util.Optional;

/** A rule that is proposed, as YAML that can be put into a configuration, with what it would take as comments. */
public final class SuggestionView {

    private final Console console;

    public SuggestionView(Console console) {
        this.console = console;
    }

    /**
     * Prints the rule.
     *
     * @param grouping the running processes by this rule alone
     */
    public void print(RuleSuggestion suggestion, Grouping grouping, OutputFormat format) {
        if (format == OutputFormat.JSON) {
            json(suggestion, grouping);
            return;
        }
        comment(suggestion.reason());
        for (ProcessGroup group : grouping.groups()) {
            comment(group.name() + ":");
            for (MatchedProcess matched : group.processes()) {
                comment("  " + matched.process().pid() + "  "
                        + matched.process().commandLine());
            }
        }
        console.out().write(console.clean(suggestion.yaml("  ")));
    }

    private void comment(String text) {
        // made visible in any form: a line feed in a command line would end the comment
        console.out().write(console.theme().paint(Style.FAINT, "  # " + CommandLineText.visible(text)));
        console.out().write('\n');
    }

    private void json(RuleSuggestion suggestion, Grouping grouping) {
        RuleText rule = suggestion.rule();
        JsonWriter json = new JsonWriter(console.out());
        json.beginObject().member("reason", suggestion.reason()).name("rule").beginObject();
        json.member("name", rule.name().map(SourceText::value).orElse(""));
        json.name("comm").strings(values(rule.comm()));
        json.name("exe").strings(values(rule.exe()));
        json.name("cmdline").strings(values(rule.cmdline())).endObject();
        json.name("groups").beginArray();
        for (ProcessGroup group : grouping.groups()) {
            json.beginObject().member("name", group.name()).name("pids").beginArray();
            group.processes().forEach(matched -> json.value(matched.process().pid()));
            json.endArray().endObject();
        }
        json.endArray().endObject().newLine();
    }

    private static List<String> values(Optional<List<SourceText>> entries) {
        return entries.orElse(List.of()).stream().map(SourceText::value).toList();
    }
}
