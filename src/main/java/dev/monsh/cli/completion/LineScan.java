package dev.monsh.cli.completion;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Lexeme;
import dev.monsh.cli.LineLexer;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.OptionWord;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    public record Part(Lexeme lexeme, Role role, Optional<Option<?>> option) {}

    private final CommandTree tree;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int arguments;
    private boolean optionsEnded;
    private Optional<Option<?>> pending = Optional.empty();
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

    /** Tells whether the line says itself that nobody is to be asked, or does nothing that needs it. */
    public boolean isSure() {
        return parts.stream()
                .anyMatch(part -> List.of("-y", "--yes", "-h", "--help", "--dry-run")
                        .contains(part.lexeme().text()));
    }

    /** Returns the command's words so far. */
    public List<String> path() {
        return path;
    }

    public Optional<MonshCommand> command() {
        return tree.find(path);
    }

    /** Returns the option whose value comes next. */
    public Optional<Option<?>> pendingOption() {
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
    public Stream<Option<?>> options() {
        List<Option<?>> own = command().map(MonshCommand::options).orElse(List.of());
        return Stream.concat(
                own.stream(),
                GlobalOptions.ALL.stream()
                        .filter(global ->
                                own.stream().noneMatch(each -> each.longName().equals(global.longName()))));
    }

    /** Returns the options that hold for what is typed: the box and the configuration that the line names. */
    GlobalOptions globals(GlobalOptions defaults) {
        GlobalOptions options = defaults;
        Optional<String> box = value("box");
        if (box.isPresent()) {
            options = options.withBox(box.get());
        }
        Optional<String> config = value("config").filter(file -> !file.isEmpty());
        return config.isPresent() ? options.withConfig(Path.of(config.get())) : options;
    }

    private Optional<String> value(String global) {
        Optional<String> found = Optional.empty();
        String attached = "--" + global + "=";
        for (Part part : parts) {
            String text = part.lexeme().text();
            boolean named = part.option()
                    .filter(option -> option.longName().equals(global))
                    .isPresent();
            if (named && part.role() == Role.VALUE) {
                found = Optional.of(text);
            } else if (named && text.startsWith(attached)) {
                found = Optional.of(text.substring(attached.length()));
            }
        }
        return found;
    }

    private void read(String line) {
        LineLexer lexer = new LineLexer(line);
        int before = 0;
        try {
            for (Lexeme word = next(lexer); word != null; word = next(lexer)) {
                before = word.end();
                take(word);
            }
        } catch (UsageException e) {
            openQuote = before;
            while (openQuote < line.length() && Character.isWhitespace(line.charAt(openQuote))) {
                openQuote++;
            }
        }
    }

    private @Nullable Lexeme next(LineLexer lexer) {
        Lexeme expression =
                takesExpression() && pending.isEmpty() ? lexer.expression(this::startsExpression, trailing()) : null;
        if (expression != null) {
            arguments++;
            add(expression, Role.EXPRESSION);
        }
        return lexer.next();
    }

    private List<Option<?>> trailing() {
        return optionsEnded ? List.of() : options().toList();
    }

    private boolean takesExpression() {
        return command().filter(MonshCommand::takesExpression).isPresent();
    }

    private boolean startsExpression(String word) {
        return optionsEnded || !(word.equals("--") || isOption(word) || isCommandWord(word));
    }

    private boolean isOption(String word) {
        return OptionWord.isOne(word, takesExpression(), options());
    }

    private boolean isCommandWord(String word) {
        List<String> longer = new ArrayList<>(path);
        longer.add(word);
        return arguments == 0 && !optionsEnded && tree.leadsOn(longer);
    }

    private void take(Lexeme word) {
        String text = word.text();
        if (pending.isPresent()) {
            parts.add(new Part(word, Role.VALUE, pending));
            pending = Optional.empty();
        } else if (!optionsEnded && text.equals("--")) {
            optionsEnded = true;
            add(word, Role.OPTION);
        } else if (!optionsEnded && isOption(text)) {
            option(word);
        } else if (isCommandWord(text)) {
            path.add(text);
            add(word, Role.COMMAND);
        } else if (command().isEmpty()) {
            arguments++;
            add(word, Role.UNKNOWN_COMMAND);
        } else {
            arguments++;
            add(word, Role.ARGUMENT);
            if (command()
                    .filter(command -> command.argumentIs(arguments, ValueKind.COMMAND_LINE))
                    .isPresent()) {
                beginCommandLine();
            }
        }
    }

    /** What follows is a command of its own: it is read as if the line began here. */
    private void beginCommandLine() {
        path.clear();
        arguments = 0;
        optionsEnded = false;
    }

    private void option(Lexeme word) {
        String text = word.text();
        int valueStart = text.length();
        Optional<Option<?>> spec;
        if (text.startsWith("--")) {
            int equals = text.indexOf('=');
            valueStart = equals < 0 ? text.length() : equals;
            String name = text.substring(2, valueStart);
            spec = options().filter(each -> each.longName().equals(name)).findFirst();
        } else {
            int last = 1;
            spec = letter(text.charAt(last));
            // letters of flags can be put together, with an option that takes a value behind them
            while (last + 1 < text.length() && spec.filter(Option::isFlag).isPresent()) {
                spec = letter(text.charAt(++last));
            }
            valueStart = last + 1;
        }
        parts.add(new Part(word, spec.isPresent() ? Role.OPTION : Role.UNKNOWN_OPTION, spec));
        if (valueStart == text.length()) {
            pending = spec.filter(each -> !each.isFlag());
        }
    }

    private Optional<Option<?>> letter(char letter) {
        return options().filter(each -> each.hasLetter(letter)).findFirst();
    }

    private void add(Lexeme word, Role role) {
        parts.add(new Part(word, role, Optional.empty()));
    }
}
