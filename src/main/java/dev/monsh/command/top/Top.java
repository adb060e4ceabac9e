package dev.monsh.command.top;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.terminal.Console;
import java.nio.file.Path;
import java.util.Optional;

/** The dashboard, as the command asks for it. */
public interface Top {

    /**
     * Shows it on the terminal until the person has had enough.
     *
     * @param recording the new file that a recording goes to
     */
    void show(GlobalOptions options, Console console, Optional<Path> recording);

    /**
     * Prints one frame as text, after every source has answered or had time to.
     *
     * @param columns of the frame
     * @param rows of the frame
     * @param picture the file that the frame is also drawn to, as SVG
     */
    void once(GlobalOptions options, Console console, int columns, int rows, Optional<Path> picture);
}
