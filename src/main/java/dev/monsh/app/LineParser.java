package dev.monsh.app;

import dev.monsh.cli.CallParser;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.ParsedCall;
import dev.monsh.cli.Shortcuts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Parses calls in which the name of a saved line or an alias may stand for a command. */
final class LineParser {

    private static final String PROGRAM = "monsh ";

    private final CallParser parser;
    private final Shortcuts shortcuts;

    LineParser(CommandTree tree, Supplier<Map<String, String>> lines) {
        this.parser = new CallParser(tree);
        this.shortcuts = new Shortcuts(tree, lines);
    }

    ParsedCall parse(String line) {
        return parser.parse(expanded(line));
    }

    ParsedCall parse(List<String> argv) {
        Optional<String> line = shortcuts.expand(argv);
        return line.isPresent() ? parser.parse(line.get()) : parser.parse(argv);
    }

    /** Returns a line as it is run. A call copied from a shell begins with the program's name. */
    String expanded(String line) {
        String text = line.strip();
        return shortcuts.expand(text.startsWith(PROGRAM) ? text.substring(PROGRAM.length()) : line);
    }
}
