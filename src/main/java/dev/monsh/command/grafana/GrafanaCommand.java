package dev.monsh.command.grafana;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.OutputFormat;

/** What the commands of this group have in common. */
final class GrafanaCommand {

    private static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    private GrafanaCommand() {}

    static MonshCommand.Builder named(String name, String summary) {
        return MonshCommand.named(name).group("Grafana").summary(summary);
    }

    /** Returns a command that lists values. */
    static MonshCommand.Builder list(String name, String summary) {
        return named(name, summary).formats(FORMATS);
    }

    /**
     * Tells whether a change may be made: not in a dry run, and where nobody is there to be asked only with {@code --yes}.
     *
     * @param change as it follows "would"
     * @throws UsageException where somebody must be asked and can't be
     */
    static boolean agreed(Invocation call, String change, String question) {
        if (call.globals().dryRun()) {
            call.console().note("nothing was changed: this was a dry run");
            return false;
        }
        if (call.globals().yes()) {
            return true;
        }
        if (!call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would " + change + ", but can't ask without a terminal: add --yes, or --dry-run to only see the"
                            + " change");
        }
        boolean yes = call.confirms(question);
        if (!yes) {
            call.console().note("nothing was changed");
        }
        return yes;
    }
}
