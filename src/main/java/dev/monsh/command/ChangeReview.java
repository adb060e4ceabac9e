package dev.monsh.command;

import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.view.DiffView;
import java.util.List;

/** What every edit of a person's files goes through: the difference is shown, the user is asked, a backup is kept. */
final class ChangeReview {

    private final AtomicFile files;

    ChangeReview(AtomicFile files) {
        this.files = files;
    }

    /**
     * Shows the changes and, with the user's consent, makes them. Nothing is made with {@code --dry-run}.
     *
     * @param afterwards what is to be done so that the change takes effect, one line each
     */
    ExitCode run(Invocation call, FileChanges changes, List<String> afterwards) {
        Console console = call.console();
        if (changes.changes().isEmpty()) {
            console.note("there is nothing to change");
            return ExitCode.DONE;
        }
        boolean dry = call.globals().dryRun();
        boolean asks = !dry && !call.globals().yes();
        if (asks && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change " + names(changes)
                            + ", and there is no terminal to ask on: add --yes, or --dry-run to"
                            + " see the change only");
        }
        new DiffView(console).print(changes);
        if (dry) {
            console.note("nothing was written: this was a dry run");
            return ExitCode.DONE;
        }
        if (asks && !call.confirms("write this?")) {
            console.note("nothing was written");
            return ExitCode.NO;
        }
        for (FileChanges.Written written : changes.write(files, new Backup.Beside())) {
            console.note("wrote " + written.file()
                    + written.backup().map(kept -> "; as it was: " + kept).orElse(""));
        }
        afterwards.forEach(console::note);
        return ExitCode.DONE;
    }

    private static String names(FileChanges changes) {
        List<String> names = changes.changes().stream()
                .map(FileChange::path)
                .map(String::valueOf)
                .toList();
        return String.join(" and ", names);
    }
}
