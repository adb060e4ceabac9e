package dev.monsh.app.console;

import dev.monsh.failure.FileFailure;
import dev.monsh.os.UserProgram;
import dev.monsh.terminal.ClosedPipeException;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the results of one command go while it runs: the screen, a file or a program. */
final class CommandOutput implements AutoCloseable {

    private final Console console;
    private final Optional<OutputStream> opened;
    private final Optional<Fed> program;
    private int status;
    private final Optional<PagedScreen> pages;

    private CommandOutput(Console console, Optional<OutputStream> opened, Optional<Fed> program) {
        this(console, opened, program, Optional.empty());
    }

    private CommandOutput(
            Console console, Optional<OutputStream> opened, Optional<Fed> program, Optional<PagedScreen> pages) {
        this.pages = pages;
        this.console = console;
        this.opened = opened;
        this.program = program;
    }

    /**
     * Opens a target.
     *
     * @param pager shows what does not fit the screen; empty where everything is to be printed as it comes
     * @param folder the working folder, in which files are
     * @throws dev.monsh.failure.MonshException where it can't be written to
     */
    static CommandOutput open(
            ResultTarget target, Console screen, Optional<PagedScreen.Pager> pager, Path folder, Path home) {
        try {
            return switch (target) {
                case ResultTarget.Screen _ -> {
                    Optional<PagedScreen> pages = pager.map(each -> new PagedScreen(screen, each));
                    yield new CommandOutput(
                            pages.map(PagedScreen::console).orElse(screen), Optional.empty(), Optional.empty(), pages);
                }
                case ResultTarget.ToFile file -> {
                    String name = file.name().startsWith("~/")
                            ? home.resolve(file.name().substring(2)).toString()
                            : file.name();
                    ResultFile stream = opened(folder.resolve(name), file.append());
                    yield new CommandOutput(
                            screen.redirected(new Output(stream)), Optional.of(stream), Optional.empty());
                }
                case ResultTarget.ToProgram command -> {
                    Fed fed = new Fed(command.command(), UserProgram.fed(command.command(), folder));
                    OutputStream stream = fed.program().input();
                    yield new CommandOutput(
                            screen.redirected(new Output(stream)), Optional.of(stream), Optional.of(fed));
                }
            };
        } catch (IOException e) {
            throw FileFailure.of("write the results", e);
        }
    }

    Console console() {
        return console;
    }

    /** Hears that the command was not understood: a file keeps what was in it. */
    void refused() {
        if (opened.isPresent() && opened.get() instanceof ResultFile file) {
            file.leave();
        }
    }

    /** Writes what is left and waits for the program; one that has stopped reading has all that it wanted. */
    @Override
    public void close() {
        try {
            console.out().flush();
        } catch (ClosedPipeException e) {
            // the program has ended before the results
        }
        try {
            if (pages.isPresent()) {
                pages.get().close();
            }
            if (opened.isPresent()) {
                opened.get().close();
            }
        } catch (IOException | ClosedPipeException e) {
            // as above
        }
        program.ifPresent(each -> status = each.program().await());
    }

    /** Tells after the end whether Ctrl-C has ended the program. */
    boolean isInterrupted() {
        return status == UserProgram.INTERRUPTED;
    }

    /** Says after the end how the program failed. */
    Optional<String> failure() {
        return program.filter(each -> status != 0).map(each -> each.name() + ": exit code " + status);
    }

    private static ResultFile opened(Path path, boolean append) {
        try {
            return ResultFile.open(path, append);
        } catch (IOException e) {
            throw FileFailure.of("write " + path, e);
        }
    }

    /** A program that reads the results, and what was typed to start it. */
    private record Fed(String line, UserProgram program) {

        /** Of several in a row it is not known which one failed. */
        String name() {
            return line.contains("|") ? line.strip() : line.strip().split("\\s", 2)[0];
        }
    }
}
