package dev.monsh.cli;

import dev.monsh.failure.ShellWord;
import dev.monsh.failure.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that stand for whole lines: saved lines and aliases. They are looked up only for a word that is not a command. */
public final class Shortcuts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)(?::-([^}]*))?}");
    private static final Pattern GIVEN = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

    /** An alias may stand for another one; names that stand for each other must end somewhere. */
    private static final int MOST_STEPS = 8;

    private final CommandTree tree;
    private final Supplier<Map<String, String>> lines;

    /** Takes where the lines are, by their names. */
    public Shortcuts(CommandTree tree, Supplier<Map<String, String>> lines) {
        this.tree = tree;
        this.lines = lines;
    }

    /** Tells whether a line can have this name. */
    public static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    /** Returns the variables of a line with their defaults, in their order. */
    public static Map<String, Optional<String>> variables(String line) {
        Map<String, Optional<String>> variables = new LinkedHashMap<>();
        Matcher matcher = VARIABLE.matcher(line);
        while (matcher.find()) {
            variables.merge(matcher.group(1), Optional.ofNullable(matcher.group(2)), (a, b) -> a.or(() -> b));
        }
        return variables;
    }

    /** Returns a line with the defaults of its variables in place, and for those without one a value. */
    public static String filled(String line, String value) {
        return VARIABLE.matcher(line)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        Optional.ofNullable(variable.group(2)).orElse(value)));
    }

    /**
     * Returns a line with the saved one in place of its name; any other line as it is.
     *
     * @throws UsageException where a variable has no value, or a value has no variable
     */
    public String expand(String line) {
        String expanded = line;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<String> next = once(expanded);
            if (next.isEmpty()) {
                return expanded;
            }
            expanded = next.get();
        }
        return expanded;
    }

    /** The same for argv: its words are quoted where a line needs it. */
    public Optional<String> expand(List<String> argv) {
        if (argv.isEmpty() || saved(argv.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder(argv.getFirst());
        argv.stream().skip(1).forEach(word -> line.append(' ').append(ShellWord.of(word)));
        return Optional.of(expand(line.toString()));
    }

    private Optional<String> saved(String word) {
        return isName(word) && !tree.leadsOn(List.of(word))
                ? Optional.ofNullable(lines.get().get(word))
                : Optional.empty();
    }

    private Optional<String> once(String line) {
        String text = line.strip();
        String name = text.split("\\s", 2)[0];
        return saved(name).map(saved -> filled(name, saved, text.substring(name.length())));
    }

    private static String filled(String name, String saved, String rest) {
        Map<String, Optional<String>> variables = variables(saved);
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder added = new StringBuilder();
        boolean afterOption = false;
        for (Lexeme word : LineLexer.words(rest)) {
            Matcher given = GIVEN.matcher(word.text());
            if (given.matches() && variables.containsKey(given.group(1))) {
                values.put(given.group(1), given.group(2));
            } else {
                if (given.matches() && !afterOption && !isComparison(given.group(2))) {
                    requireVariable(name, given.group(1), variables);
                }
                added.append(' ').append(rest, word.start(), word.end());
            }
            afterOption = word.text().startsWith("-");
        }
        return VARIABLE.matcher(saved)
                        .replaceAll(
                                variable -> Matcher.quoteReplacement(value(name, variable.group(1), values, variables)))
                + added;
    }

    /** {@code a==1} and {@code a=~"x"} belong to an expression. */
    private static boolean isComparison(String value) {
        return value.startsWith("=") || value.startsWith("~");
    }

    /** What follows a line without variables may be anything. */
    private static void requireVariable(String name, String given, Map<String, Optional<String>> variables) {
        if (!variables.isEmpty()) {
            throw new UsageException(
                    name, "the line has no variable " + given + ", only " + String.join(", ", variables.keySet()));
        }
    }

    private static String value(
            String name, String variable, Map<String, String> values, Map<String, Optional<String>> variables) {
        return Optional.ofNullable(values.get(variable))
                .or(() -> variables.get(variable))
                .orElseThrow(() ->
                        new UsageException(name, "requires a value for " + variable, name + " " + variable + "=VALUE"));
    }
}
