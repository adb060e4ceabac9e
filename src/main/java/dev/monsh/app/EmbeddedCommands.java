package dev.monsh.app;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Candidate;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.dashboard.loop.CommandLine;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands of this program, run in a program of their own whose console is a piece of memory. */
final class EmbeddedCommands implements CommandLine {

    private static final int ROWS = 30;

    private final Surroundings surroundings;
    private final ValueSource values;
    private final TerminalProfile profile;
    private final Function<String, GlobalOptions> options;

    /** Takes the options that choose a box by its name. */
    EmbeddedCommands(
            Surroundings surroundings,
            ValueSource values,
            TerminalProfile profile,
            Function<String, GlobalOptions> options) {
        this.surroundings = surroundings;
        this.values = values;
        this.profile = profile;
        this.options = options;
    }

    @Override
    public void run(String line, String box, int columns, Screen screen) {
        ScreenStream written = new ScreenStream(screen);
        Console console = console(written, columns);
        Program.in(surroundings.on(InputStream.nullInputStream(), console)).line(line, options.apply(box));
        console.out().flush();
        written.close();
    }

    @Override
    public Optional<String> question(String line) {
        return Program.in(surroundings.on(InputStream.nullInputStream(), console(OutputStream.nullOutputStream(), 80)))
                .question(line);
    }

    /** Tables and graphs as on a terminal, but nobody to be asked and no colours. */
    private Console console(OutputStream written, int columns) {
        TerminalProfile shown = new TerminalProfile(
                false, true, false, Math.max(20, columns), ROWS, true, false, profile.unicode(), profile.braille());
        return new Console(new Output(written), new Output(written), shown, false);
    }

    @Override
    public Completion complete(String line) {
        Program program = Program.in(
                surroundings.on(InputStream.nullInputStream(), console(OutputStream.nullOutputStream(), 80)));
        Languages languages = new Languages(PromQl::new, LogQl::new);
        var completion = new Completer(program.commands(), values, languages, surroundings.clock())
                .complete(line, line.length(), GlobalOptions.NONE);
        List<Candidate> found = completion.prefixed();
        List<String> words = found.stream().map(Candidate::text).toList();
        if (words.isEmpty()) {
            return new Completion(line, List.of());
        }
        String common = words.stream().reduce(EmbeddedCommands::common).orElse("");
        boolean only = words.size() == 1;
        String end = only && found.getFirst().whole() ? " " : "";
        return new Completion(line.substring(0, completion.start()) + common + end, only ? List.of() : words);
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
