package dev.monsh.command.completion;

import dev.monsh.command.CommandTree;
import dev.monsh.command.GlobalOptions;
import dev.monsh.command.Lexeme;
import dev.monsh.command.LineLexer;
import dev.monsh.command.MonshCommand;
import dev.monsh.command.OptionSpec;
import dev.monsh.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line that is still being typed, read as far as it goes: what each word is. It never fails; what can't be read is said
 * by {@link #openQuote}.
 */
public final class LineScan {

    /** What a word of the line is. */
    public enum Role {
        COMMAND,
        UNKNOWN_COMMAND,
        OPTION,
        UNKNOWN_OPTION,
        VALUE,
        ARGUMENT,
        EXPRESSION
    }

    /**
     * A word and its role.
     *
     * @param option the option that the word is, or is the value of
     */
    public record Part(Lexeme lexeme, Role role, Optional<OptionSpec> option) {}

    private final CommandTree tree;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int arguments;
    private boolean optionsEnded;
    private Optional<OptionSpec> pending = Optional.empty();
    private int openQuote = -1;

    private LineScan(CommandTree tree) {
        this.tree = tree;
    }

    /** Reads a line. */
    public static LineScan of(String line, CommandTree tree) {
        LineScan scan = new LineScan(tree);
        scan.read(line);
        return scan;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Returns the command's words so far. */
    public List<String> path() {
        return path;
    }

    public Optional<MonshCommand> command() {
        return tree.find(path);
    }

    /** Returns the option whose value comes next. */
    public Optional<OptionSpec> pendingOption() {
        return pending;
    }

    public boolean optionsEnded() {
        return optionsEnded;
    }

    /** Returns how many arguments there are. */
    public int arguments() {
        return arguments;
    }

    /** Returns the offset from which the line can't be split because of an open quote; -1 when there is none. */
    public int openQuote() {
        return openQuote;
    }

    /** Returns the options that can stand here. */
    public Stream<OptionSpec> options() {
        return Stream.concat(
                command().stream().flatMap(command -> command.options().stream()), GlobalOptions.SPECS.stream());
    }

    private void read(String line) {
        LineLexer lexer = new LineLexer(line);
        int before = 0;
        try {
            for (Lexeme word = lexer.next(); word != null; word = lexer.next()) {
                before = word.end();
                if (startsVerbatim(word)) {
                    lexer.backTo(word.start());
                    String rest = lexer.rest();
                    add(new Lexeme(rest, word.start(), word.start() + rest.length(), false), Role.EXPRESSION);
                    arguments++;
                } else {
                    take(word);
                }
            }
        } catch (UsageException e) {
            openQuote = before;
            while (openQuote < line.length() && Character.isWhitespace(line.charAt(openQuote))) {
                openQuote++;
            }
        }
    }

    private boolean startsVerbatim(Lexeme word) {
        boolean takes = command().filter(MonshCommand::takesExpression).isPresent();
        boolean option =
                !optionsEnded && word.text().startsWith("-") && word.text().length() > 1;
        return takes && pending.isEmpty() && !word.quoted() && !option && !tree.leadsOn(longer(word));
    }

    private List<String> longer(Lexeme word) {
        List<String> longer = new ArrayList<>(path);
        longer.add(word.text());
        return longer;
    }

    private void take(Lexeme word) {
        String text = word.text();
        if (pending.isPresent()) {
            parts.add(new Part(word, Role.VALUE, pending));
            pending = Optional.empty();
        } else if (!optionsEnded && text.equals("--")) {
            optionsEnded = true;
            add(word, Role.OPTION);
        } else if (!optionsEnded && text.startsWith("-") && text.length() > 1) {
            option(word);
        } else if (arguments == 0 && tree.leadsOn(longer(word))) {
            path.add(text);
            add(word, Role.COMMAND);
        } else if (command().isEmpty()) {
            arguments++;
            add(word, Role.UNKNOWN_COMMAND);
        } else {
            arguments++;
            add(word, Role.ARGUMENT);
        }
    }

    private void option(Lexeme word) {
        String text = word.text();
        int equals = text.indexOf('=');
        Optional<OptionSpec> spec = text.startsWith("--")
                ? options()
                        .filter(each -> each.longName().equals(text.substring(2, equals < 0 ? text.length() : equals)))
                        .findFirst()
                : options().filter(each -> each.shortName() == text.charAt(1)).findFirst();
        parts.add(new Part(word, spec.isPresent() ? Role.OPTION : Role.UNKNOWN_OPTION, spec));
        boolean attached = equals > 0 || (!text.startsWith("--") && text.length() > 2);
        if (!attached) {
            pending = spec.filter(each -> !each.isFlag());
        }
    }

    private void add(Lexeme word, Role role) {
        parts.add(new Part(word, role, Optional.empty()));
    }
}
