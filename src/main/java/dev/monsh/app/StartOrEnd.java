package dev.monsh.app;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.completion.LineScan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands that start or end something without asking by themselves; who types one among other keys is asked first. */
final class StartOrEnd {

    private static final Map<String, String> COMMANDS = Map.of(
            "up", "up starts ",
            "down", "down stops ",
            "restart", "restart stops and starts ",
            "stack reload", "stack reload reloads ",
            "demo", "demo starts or ends its own programs");

    private StartOrEnd() {}

    /** Returns what to ask before a line is run; empty where it may run at once. */
    static Optional<String> question(String line, CommandTree tree) {
        LineScan scan = LineScan.of(line, tree);
        String path = String.join(" ", scan.path());
        if (scan.isSure()) {
            return Optional.empty();
        }
        return Optional.ofNullable(COMMANDS.get(path))
                .map(what -> (what.endsWith(" ") ? what + services(scan) : what) + "; continue?");
    }

    /** What stands before the command belongs to the one that repeats it. */
    private static String services(LineScan scan) {
        List<LineScan.Part> parts = scan.parts();
        int command = 0;
        for (int i = 0; i < parts.size(); i++) {
            command = parts.get(i).role() == LineScan.Role.COMMAND ? i : command;
        }
        String named = parts.stream()
                .skip(command)
                .filter(part -> part.role() == LineScan.Role.ARGUMENT)
                .map(part -> part.lexeme().text())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "the stack" : named;
    }
}
