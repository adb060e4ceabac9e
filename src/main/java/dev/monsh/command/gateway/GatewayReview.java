package dev.monsh.command.gateway;

import dev.monsh.cli.Invocation;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.terminal.Console;
import dev.monsh.view.DiffView;
import java.util.List;
import java.util.function.Function;

/** What every change of the gateway goes through: warnings, the difference, the user's consent, the change itself. */
final class GatewayReview {

    ExitCode run(Invocation call, GatewayHost host, MappingChange change) {
        return run(call, change, host::apply);
    }

    /** Reviews a change that is applied in a way of its own. */
    ExitCode run(Invocation call, MappingChange change, Function<MappingChange, List<String>> applying) {
        Console console = call.console();
        change.warnings().forEach(console::warn);
        change.instead().ifPresent(other -> console.note(NextSteps.text(other)));
        if (change.isEmpty()) {
            console.note("nothing to change");
            return ExitCode.DONE;
        }
        boolean dry = call.globals().dryRun();
        boolean asks = !dry && !call.globals().yes();
        String file = change.before().file().name();
        if (asks && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change " + file
                            + ", but can't ask without a terminal: add --yes, or --dry-run to only see the change");
        }
        new DiffView(console).print(change.diff());
        change.said().forEach(console::note);
        if (dry) {
            console.note("nothing was written: this was a dry run");
            return ExitCode.DONE;
        }
        if (asks && !call.confirms("write this?")) {
            console.note("nothing was written");
            return ExitCode.NO;
        }
        applying.apply(change).forEach(console::note);
        return ExitCode.DONE;
    }
}
