package dev.monsh.process.suggest;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.RuleText;
import java.util.List;

/**
 * A rule for a process and its likes.
 *
 * @param rule the rule, which takes the process
 * @param matched the processes of the table that the rule takes by itself, the given one among them
 * @param reason one sentence: by what the rule knows them
 */
public record RuleSuggestion(RuleText rule, List<RunningProcess> matched, String reason) {

    public RuleSuggestion {
        matched = List.copyOf(matched);
    }

    /** Returns the rule as an entry of {@code process_names}, each line behind {@code indent}, with its newlines. */
    public String yaml(String indent) {
        StringBuilder out = new StringBuilder();
        rule.name()
                .ifPresent(name -> out.append(indent)
                        .append("- name: ")
                        .append(quoted(name.value()))
                        .append('\n'));
        list(out, indent, "comm", rule.comm().orElse(List.of()));
        list(out, indent, "exe", rule.exe().orElse(List.of()));
        list(out, indent, "cmdline", rule.cmdline().orElse(List.of()));
        return out.toString();
    }

    private static void list(StringBuilder out, String indent, String key, List<SourceText> entries) {
        if (entries.isEmpty()) {
            return;
        }
        out.append(indent).append("  ").append(key).append(":\n");
        for (SourceText entry : entries) {
            out.append(indent).append("    - ").append(quoted(entry.value())).append('\n');
        }
    }

    private static String quoted(String text) {
        boolean printable = text.codePoints().allMatch(c -> c >= ' ' && c != 0x7f && c != 0x85);
        if (printable) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85) {
                out.append(String.format("\\x%02x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
