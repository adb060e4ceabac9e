package dev.monsh.app;

import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import java.util.List;

/** Runs the commands of a script until one fails, or all of them. */
final class ScriptRunner {

    private final LineParser parser;
    private final CallRunner runner;
    private final Console console;

    ScriptRunner(LineParser parser, CallRunner runner, Console console) {
        this.parser = parser;
        this.runner = runner;
        this.console = console;
    }

    /** Returns the code of the first command that failed, or 0. */
    ExitCode run(ScriptReader script, boolean keepGoing) {
        ExitCode first = ExitCode.DONE;
        for (ScriptReader.Step step = script.next(); step != null; step = script.next()) {
            String place = script.name() + ":" + step.line() + ": ";
            String text = step.text();
            if (isExit(text)) {
                return first;
            }
            ExitCode code = runner.run(() -> parser.parse(text), place);
            if (code != ExitCode.DONE) {
                first = first == ExitCode.DONE ? code : first;
                if (!keepGoing || code == ExitCode.INTERRUPTED) {
                    tellSilentFailure(code, place);
                    return first;
                }
            }
        }
        return first;
    }

    /** An answer of no is told by the code alone; a script that stops there has to say so. */
    private void tellSilentFailure(ExitCode code, String place) {
        if (code == ExitCode.NO) {
            console.errorLine(place + "ended with exit code 1; the script stops here (--keep-going runs on)");
        }
    }

    private static boolean isExit(String text) {
        return List.of("exit", "quit").contains(text.strip());
    }
}
