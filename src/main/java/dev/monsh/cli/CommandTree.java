package dev.monsh.cli;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.shell.core.command.CommandRegistry;

/** The commands by the words of their names, so that a call is found without scanning them all. */
public final class CommandTree {

    private final List<MonshCommand> commands;
    private final Map<String, MonshCommand> byName = new TreeMap<>();

    /** Takes the commands and their aliases. */
    public CommandTree(Collection<MonshCommand> commands) {
        this.commands = List.copyOf(commands);
        for (MonshCommand command : commands) {
            byName.put(command.getName(), command);
            command.getAliases().forEach(alias -> byName.put(alias, command));
        }
    }

    /**
     * Runs one of the commands.
     *
     * @param out where Spring Shell's own commands would print
     */
    public ExitCode run(MonshCommand command, ParsedCall call, PrintWriter out) throws Exception {
        return ShellBridge.run(command, new CommandRegistry(Set.copyOf(commands)), call, out);
    }

    /** Returns the visible commands by name, without the aliases. */
    public List<MonshCommand> visible() {
        return new LinkedHashSet<>(byName.values())
                .stream().filter(command -> !command.isHidden()).toList();
    }

    /** Returns the command of that name or alias. */
    public Optional<MonshCommand> find(List<String> words) {
        return Optional.ofNullable(byName.get(String.join(" ", words)));
    }

    /** Tells whether the words are a command or the beginning of one. */
    public boolean leadsOn(List<String> words) {
        // a word with a blank in it is no two words
        if (words.stream().anyMatch(word -> word.isEmpty() || word.indexOf(' ') >= 0)) {
            return false;
        }
        String name = String.join(" ", words);
        return byName.containsKey(name) || !below(name).isEmpty();
    }

    /** Returns the words that can come next after these. */
    public List<String> next(List<String> words) {
        TreeSet<String> next = new TreeSet<>();
        String name = String.join(" ", words);
        for (Map.Entry<String, MonshCommand> entry : below(name).entrySet()) {
            if (!entry.getValue().isHidden()) {
                String rest = entry.getKey().substring(name.isEmpty() ? 0 : name.length() + 1);
                next.add(rest.split(" ", 2)[0]);
            }
        }
        return List.copyOf(next);
    }

    /** Returns the failure of a call that names no command. */
    public UsageException unknown(List<String> path, String word) {
        List<String> candidates = next(path);
        List<String> tried = new ArrayList<>(path);
        tried.add(word.isEmpty() ? "''" : word);
        Optional<String> nearest = Spelling.nearest(word, candidates);
        String why = "no such command"
                + nearest.map(name ->
                                "; did you mean " + String.join(" ", path) + (path.isEmpty() ? "" : " ") + name + "?")
                        .orElse("");
        return new UsageException(String.join(" ", tried), why, "monsh help");
    }

    /** Returns the failure of a call that names only the beginning of commands. */
    public UsageException incomplete(List<String> path) {
        String name = String.join(" ", path);
        return new UsageException(name, "needs one of: " + String.join(", ", next(path)), "monsh help " + name);
    }

    private Map<String, MonshCommand> below(String name) {
        return name.isEmpty() ? byName : ((TreeMap<String, MonshCommand>) byName).subMap(name + " ", name + "!");
    }
}
