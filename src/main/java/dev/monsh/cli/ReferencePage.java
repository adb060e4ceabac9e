package dev.monsh.cli;

import dev.monsh.terminal.Output;
import dev.monsh.terminal.OutputFormat;
import java.util.List;

/** The reference of all commands, as Markdown and as a man page (man(7)), made from their definitions. */
public final class ReferencePage {

    private final CommandTree tree;

    public ReferencePage(CommandTree tree) {
        this.tree = tree;
    }

    public void markdown(Output out) {
        out.write("# Commands\n\nMade by `monsh help --markdown`. Options that every command has:\n\n");
        markdownOptions(out, GlobalOptions.ALL);
        for (MonshCommand command : tree.visible()) {
            out.write("\n## `monsh " + HelpPages.synopsis(command) + "`\n\n");
            out.write(sentence(command.getDescription()) + "\n");
            if (!command.getHelp().isEmpty()) {
                out.write("\n" + String.join("\n", TextWrap.lines(command.getHelp(), 120)) + "\n");
            }
            if (!command.options().isEmpty()) {
                out.write('\n');
                markdownOptions(out, command.options());
            }
            if (!command.formats().isEmpty()) {
                out.write("\nOutput forms: `"
                        + OutputFormat.words(command.formats()).replace("|", "`, `") + "`\n");
            }
            for (Example example : command.examples()) {
                out.write("\n```\n" + example.call() + "\n```\n" + sentence(example.says()) + "\n");
            }
        }
    }

    private static void markdownOptions(Output out, List<Option<?>> options) {
        out.write("| option | meaning |\n| --- | --- |\n");
        for (Option<?> option : options) {
            out.write("| `" + spelled(option).replace("|", "\\|") + "` | "
                    + described(option).replace("|", "\\|") + " |\n");
        }
    }

    public void man(Output out) {
        out.write(".TH MONSH 1\n.SH NAME\nmonsh \\- the console for a process\\-monitor stack\n");
        out.write(".SH SYNOPSIS\n.B monsh\n[\\fIOPTION\\fR]... [\\fICOMMAND\\fR ...]\n.SH DESCRIPTION\n");
        out.write("Without a command, monsh is a console on a terminal and reads commands from its input elsewhere.\n");
        out.write(".SH OPTIONS\n");
        manOptions(out, GlobalOptions.ALL);
        out.write(".SH COMMANDS\n");
        for (MonshCommand command : tree.visible()) {
            out.write(".SS " + roff(HelpPages.synopsis(command)) + "\n" + roff(sentence(command.getDescription()))
                    + "\n");
            TextWrap.lines(command.getHelp(), 100).forEach(line -> out.write(line.isEmpty() ? "" : roff(line) + "\n"));
            manOptions(out, command.options());
            for (Example example : command.examples()) {
                out.write(".PP\n" + roff(sentence(example.says())) + "\n.RS\n.nf\n" + roff(example.call())
                        + "\n.fi\n.RE\n");
            }
        }
        out.write(".SH EXIT STATUS\n"
                + "0 done; 1 the answer is no; 2 usage or configuration; 3 unreachable; 4 refused; 5 rejected; 6 partial;\n"
                + "7 conflict; 8 timed out; 70 a fault in monsh; 130 interrupted.\n");
    }

    private static void manOptions(Output out, List<Option<?>> options) {
        for (Option<?> option : options) {
            out.write(".TP\n\\fB" + roff(spelled(option)) + "\\fR\n" + roff(described(option)) + "\n");
        }
    }

    private static String spelled(Option<?> option) {
        String letter = option.shortName() == ' ' ? "" : "-" + option.shortName() + ", ";
        return letter + "--" + option.longName() + (option.isFlag() ? "" : " " + option.placeholder());
    }

    private static String described(Option<?> option) {
        return option.description() + (option.choices().isEmpty() ? "" : ": " + String.join(", ", option.choices()));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** Protects what roff would take for a request or an escape (groff_char(7)). */
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
