package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TextWrap;
import dev.monsh.terminal.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The help, made from the definitions of the commands. */
public final class HelpPages {

    private static final List<String> GROUPS = List.of(
            "Start",
            "Metrics",
            "Logs",
            "Processes",
            "Stack",
            "Gateway",
            "Cloud",
            "Grafana",
            "Boxes",
            "Console",
            "Itself");

    private final CommandTree tree;
    private final Output out;
    private final Theme theme;
    private final int width;

    public HelpPages(CommandTree tree, Console console) {
        this.tree = tree;
        this.out = console.out();
        this.theme = console.theme();
        this.width = console.profile().stdoutTerminal() ? console.profile().width() : 80;
    }

    /** Prints the help of a command, of a group of commands, or of the program when there are no words. */
    public void print(List<String> path) {
        if (path.isEmpty()) {
            overview();
            return;
        }
        Optional<MonshCommand> command = tree.find(path);
        if (command.isPresent()) {
            page(command.get());
        } else if (tree.leadsOn(path)) {
            family(String.join(" ", path), false);
        } else {
            throw unknown(path);
        }
    }

    private UsageException unknown(List<String> path) {
        List<String> known = new ArrayList<>();
        for (String word : path) {
            List<String> longer = new ArrayList<>(known);
            longer.add(word);
            if (!tree.leadsOn(longer)) {
                return tree.unknown(known, word);
            }
            known = longer;
        }
        return tree.unknown(List.of(), String.join(" ", path));
    }

    private void overview() {
        paragraph(
                "monsh is the console for a process-monitor stack: Prometheus, Loki, Promtail, process-exporter and the"
                        + " gateway in front of them.");
        out.write('\n');
        heading("Usage");
        rows(Map.of("monsh COMMAND …", "run one command and exit"));
        rows(Map.of("monsh", "open the console, or run commands from a pipe"));
        rows(Map.of("monsh run FILE", "run a script"));
        for (String group : GROUPS) {
            Map<String, String> commands = new LinkedHashMap<>();
            for (MonshCommand command : tree.visible()) {
                if (command.getGroup().equals(group)) {
                    commands.put(synopsis(command), command.getDescription());
                }
            }
            if (!commands.isEmpty()) {
                out.write('\n');
                heading(group);
                rows(commands);
            }
        }
        out.write('\n');
        heading("Options of every command");
        rows(options(GlobalOptions.ALL));
        out.write('\n');
        paragraph("monsh help COMMAND shows details. Exit codes: 0 success, 1 the answer is no, 2 usage, 3 unreachable,"
                + " 4 access denied, 5 rejected, 6 partial, 7 conflict, 8 timed out, 70 bug, 130 Ctrl-C.");
    }

    private void page(MonshCommand command) {
        String name = "monsh " + command.getName();
        String first = String.join("\n", TextWrap.paragraphs(name + ": " + command.getDescription(), width));
        // a name that is broken itself, on a very narrow terminal, stays as it is
        out.write((first.startsWith(name) ? theme.paint(Style.HEADER, name) + first.substring(name.length()) : first)
                + "\n\n");
        heading("Usage");
        out.write("  monsh " + synopsis(command) + (command.options().isEmpty() ? "" : " [OPTIONS]") + "\n");
        if (!command.getAliases().isEmpty()) {
            out.write("  also: monsh " + String.join(", monsh ", command.getAliases()) + "\n");
        }
        if (!command.getHelp().isEmpty()) {
            out.write('\n');
            paragraph(command.getHelp());
        }
        if (!command.options().isEmpty()) {
            out.write('\n');
            heading("Options");
            rows(options(command.options()));
        }
        if (!command.formats().isEmpty()) {
            out.write('\n');
            paragraph("Output forms (-o): " + OutputFormat.words(command.formats()));
        }
        if (!command.examples().isEmpty()) {
            out.write('\n');
            heading("Examples");
            for (Example example : command.examples()) {
                out.write("  " + theme.paint(Style.ACCENT, example.call()) + "\n");
                TextWrap.paragraphs(example.says(), width - 6).forEach(line -> out.write("      " + line + "\n"));
            }
        }
        if (tree.next(List.of(command.getName().split(" "))).stream().findAny().isPresent()) {
            out.write('\n');
            family(command.getName(), true);
        }
        out.write('\n');
        paragraph("monsh help lists the options of every command.");
    }

    private void paragraph(String text) {
        TextWrap.paragraphs(text, width).forEach(line -> out.write(line + "\n"));
    }

    private void family(String name, boolean below) {
        Map<String, String> commands = new LinkedHashMap<>();
        for (MonshCommand command : tree.visible()) {
            if (command.getName().startsWith(name + " ")) {
                commands.put(synopsis(command), command.getDescription());
            }
        }
        heading(below ? "Subcommands" : "monsh " + name + " …");
        rows(commands);
    }

    /** Returns a command's name and arguments. */
    static String synopsis(MonshCommand command) {
        StringBuilder text = new StringBuilder(command.getName());
        command.arguments().forEach(argument -> text.append(' ').append(argument.usage()));
        return text.toString();
    }

    private static Map<String, String> options(List<Option<?>> specs) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Option<?> spec : specs) {
            String letter = spec.shortName() == ' ' ? "    " : "-" + spec.shortName() + ", ";
            String value = spec.isFlag() ? "" : " " + spec.placeholder();
            String choices = spec.choices().isEmpty() ? "" : " (" + String.join(", ", spec.choices()) + ")";
            rows.put(letter + "--" + spec.longName() + value, spec.description() + choices);
        }
        return rows;
    }

    private void heading(String text) {
        out.write(theme.paint(Style.HEADER, text) + "\n");
    }

    private void rows(Map<String, String> rows) {
        int left = Math.min(
                34, rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        left = Math.max(left, 22);
        int room = width - left - 4;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            boolean below = row.getKey().length() > left || room < 20;
            out.write("  " + theme.paint(Style.ACCENT, row.getKey()));
            List<String> lines = TextWrap.paragraphs(row.getValue(), Math.max(20, below ? width - 6 : room));
            for (int i = 0; i < lines.size(); i++) {
                if (i == 0 && !below) {
                    out.write(" ".repeat(left - row.getKey().length() + 2) + lines.getFirst() + "\n");
                } else {
                    out.write((i == 0 ? "\n" : "") + " ".repeat(below ? 6 : left + 4) + lines.get(i) + "\n");
                }
            }
        }
    }
}
