package dev.monsh;

import dev.monsh.app.Program;
import dev.monsh.app.sources.Surroundings;
import java.util.List;

/** The program's entry. */
public final class Monsh {

    private Monsh() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] argv) {
        int code = Program.in(Surroundings.ofProcess()).run(List.of(argv)).code();
        System.exit(code);
    }
}
