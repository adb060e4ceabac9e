package dev.monsh.command.cloud;

import dev.monsh.cli.Invocation;
import dev.monsh.cloud.launch.GatewaySteps;
import dev.monsh.cloud.launch.StepResult;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.view.cloud.CloudViews;
import java.util.List;

/** What every run of steps goes through: the plan is shown, the user is asked, the steps are taken. */
final class StepReview {

    private final Invocation call;
    private final GatewaySteps steps;

    StepReview(Invocation call, GatewaySteps steps) {
        this.call = call;
        this.steps = steps;
    }

    /** Asks whether to go on with yes or no. */
    ExitCode run() {
        List<StepResult> plan = steps.plan();
        if (call.globals().dryRun()) {
            return dry(plan);
        }
        boolean changes = plan.stream().anyMatch(StepResult::changes);
        if (changes && !call.globals().yes()) {
            if (!call.canAsk()) {
                throw new UsageException(
                        call.commandName(),
                        "would change your AWS account, but can't ask without a terminal: add --yes, or --dry-run to"
                                + " only see the plan");
            }
            show(plan);
            if (!call.confirms("do this?")) {
                call.console().note("nothing was changed");
                return ExitCode.NO;
            }
        }
        return take();
    }

    ExitCode dry(List<StepResult> plan) {
        show(plan);
        call.console().note("nothing was changed: this was a dry run");
        return ExitCode.DONE;
    }

    List<StepResult> plan() {
        return steps.plan();
    }

    void show(List<StepResult> results) {
        CloudViews.steps(NextSteps::text).print(call.console(), call.format(), results);
    }

    /** Takes the steps, and shows what came of them. */
    ExitCode take() {
        Console console = call.console();
        List<StepResult> results = steps.run(call.globals().timeout(), console::note);
        show(results);
        if (results.stream().noneMatch(StepResult::changes)) {
            console.note("nothing to change");
        }
        return ExitCode.DONE;
    }
}
