package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.LineScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was typed or pasted, as commands: whether it is complete, and where one command ends and the next begins. */
final class TypedLines {

    private final CommandTree tree;
    private final Languages languages;

    TypedLines(CommandTree tree, Languages languages) {
        this.tree = tree;
        this.languages = languages;
    }

    /**
     * Returns what a text needs before it can be run: a closing quote or bracket, or the line after a backslash. An empty line
     * at its end says that it is to be run as it is.
     */
    Optional<String> missing(String text) {
        if (text.endsWith("\n") && !text.isBlank()) {
            return Optional.empty();
        }
        if (endsWithBackslash(text)) {
            return Optional.of("the next line");
        }
        LineScan scan = LineScan.of(joined(text), tree);
        if (scan.openQuote() >= 0) {
            return Optional.of("a closing quote");
        }
        boolean expression = !scan.parts().isEmpty() && scan.parts().getLast().role() == LineScan.Role.EXPRESSION;
        if (!expression) {
            return Optional.empty();
        }
        String typed = scan.parts().getLast().lexeme().text();
        boolean open = scan.command()
                .flatMap(command -> languages.of(command.arguments().getLast().kind()))
                .filter(language -> !language.read(typed, typed.length()).open().isEmpty())
                .isPresent();
        return open ? Optional.of("a closing bracket or quote") : Optional.empty();
    }

    /** Returns the commands of a text: one per line, or several lines if one is incomplete or an expression continues. */
    List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean open = current.length() > 0 && missing(current.toString()).isPresent();
            if (current.length() > 0 && !open && !goesOn(current.toString(), line)) {
                commands.add(joined(current.toString()));
                current.setLength(0);
            }
            if (current.length() > 0) {
                current.append('\n').append(line);
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                current.append(line);
            }
        }
        if (current.length() > 0) {
            commands.add(joined(current.toString()).stripTrailing());
        }
        return commands;
    }

    /** An expression continues if the next line does not start with a command. */
    private boolean goesOn(String command, String line) {
        LineScan scan = LineScan.of(joined(command), tree);
        boolean expression = !scan.parts().isEmpty() && scan.parts().getLast().role() == LineScan.Role.EXPRESSION;
        String first = line.strip().split("\\s", 2)[0];
        return expression && !first.isEmpty() && !first.startsWith("#") && !tree.leadsOn(List.of(first));
    }

    /** Returns the text without the backslashes that continue a line. */
    private static String joined(String text) {
        return text.replace("\\\n", "");
    }

    private static boolean endsWithBackslash(String text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
