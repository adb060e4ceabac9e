package dev.monsh.box;

import dev.monsh.failure.TimedOutException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs the command that prints a secret. Its input is empty, because monsh's own input may be a script. What it writes
 * to stderr is dropped, because that may hold the secret; so is the command line, of which messages name the program
 * alone.
 */
final class SecretCommand {

    static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Duration timeLimit;

    SecretCommand(Map<String, String> environment, Duration timeLimit) {
        this.environment = Map.copyOf(environment);
        this.timeLimit = timeLimit;
    }

    SecretValue run(String line) {
        String what = "the secret's command" + program(line);
        Program program = Program.of(List.of("/bin/sh", "-c", line), environment, timeLimit)
                .keeping(SecretReader.LIMIT);
        return switch (program.run()) {
            case ProgramRun.Ended ended -> value(what, ended.status(), ended.out());
            case ProgramRun.OutOfTime _ ->
                throw new TimedOutException(
                        what,
                        "it did not end within " + timeLimit.toSeconds()
                                + " s: run it by hand to see what it waits for");
            case ProgramRun.NotStarted(String why) -> throw SecretReader.fault(what, why, null);
        };
    }

    private static SecretValue value(String what, int status, byte[] bytes) {
        if (status != 0) {
            String why = "it ended with status " + status;
            throw SecretReader.fault(what, why + ": run it by hand to see why", null);
        }
        SecretValue value = SecretReader.firstLine(bytes);
        if (value.chars().length == 0) {
            throw SecretReader.fault(what, "it succeeded, but its first line of output is empty", null);
        }
        return value;
    }

    /** Returns the program's name in quotes where the line begins with a plain one, else nothing. */
    private static String program(String line) {
        String first = line.strip().split("\\s", 2)[0];
        boolean plain = !first.isEmpty()
                && first.chars().allMatch(each -> Character.isLetterOrDigit(each) || "/._-".indexOf(each) >= 0);
        return plain ? " '" + first + "'" : "";
    }
}
