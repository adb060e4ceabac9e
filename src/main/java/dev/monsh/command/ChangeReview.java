package dev.monsh.command;

import dev.monsh.cli.Invocation;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.view.DiffView;
import java.nio.file.Path;
import java.util.Optional;

/** What every edit of a person's files goes through: the difference is shown, the user is asked, a backup is kept. */
public final class ChangeReview {

    private ChangeReview() {}

    /**
     * Shows the change and, with the user's consent, makes it. Nothing is made with {@code --dry-run}.
     *
     * @param afterwards what is to be done so that the change takes effect
     */
    public static ExitCode run(Invocation call, PlannedChange change, String afterwards) {
        return run(call, change, Optional.of(afterwards));
    }

    /** Reviews a change that takes effect by itself. */
    public static ExitCode run(Invocation call, PlannedChange change) {
        return run(call, change, Optional.empty());
    }

    private static ExitCode run(Invocation call, PlannedChange change, Optional<String> afterwards) {
        Console console = call.console();
        if (change.files().isEmpty()) {
            console.note("nothing to change");
            return ExitCode.DONE;
        }
        boolean dry = call.globals().dryRun();
        boolean asks = !dry && !call.globals().yes();
        if (asks && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change " + names(change)
                            + ", but can't ask without a terminal; add --yes, or --dry-run to only"
                            + " see the change");
        }
        DiffView view = new DiffView(console);
        change.diffs().forEach(view::print);
        if (dry) {
            console.note("nothing was written: this was a dry run");
            return ExitCode.DONE;
        }
        if (asks && !call.confirms("write this?")) {
            console.note("nothing was written");
            return ExitCode.NO;
        }
        for (PlannedChange.Written written : change.make()) {
            console.note("wrote " + written.file()
                    + written.backup().map(kept -> "; backup: " + kept).orElse(""));
        }
        afterwards.ifPresent(next -> console.note("to take effect: " + next));
        return ExitCode.DONE;
    }

    private static String names(PlannedChange change) {
        return String.join(" and ", change.files().stream().map(Path::toString).toList());
    }
}
