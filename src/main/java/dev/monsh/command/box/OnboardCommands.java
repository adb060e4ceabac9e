package dev.monsh.command.box;

import dev.monsh.across.onboard.Journal;
import dev.monsh.across.onboard.Offboarding;
import dev.monsh.across.onboard.Onboarding;
import dev.monsh.across.onboard.Places;
import dev.monsh.box.TailnetAddress;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.step.Step;
import dev.monsh.step.StepResult;
import dev.monsh.step.StepRun;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.box.StepViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code box onboard} and {@code box offboard}: everything that has to agree about a box, in one call. */
public final class OnboardCommands {

    private static final Option.Single<TailnetAddress> ADDRESS = Option.of(
            "tailscale-ip", "IP", ValueKind.TAILNET_ADDRESS, "the box's address in the tailnet", TailnetAddress::parse);

    private final OnboardPlaces places;

    public OnboardCommands(OnboardPlaces places) {
        this.places = places;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(onboard().runs(session, this::onboard), offboard().runs(session, this::offboard));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name)
                .group("Boxes")
                .summary(summary)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL);
    }

    private static MonshCommand.Builder onboard() {
        return command("box onboard", "Add a box everywhere: configuration, gateway, security group, Grafana")
                .details("""
                        Adds the box to the configuration, checks its Tailscale peer, maps its ports on the gateway,
                        opens them in the security group, and creates its data sources and dashboard in Grafana. Then
                        it proves that all of this works by reading a metric and a log line through the public address
                        and through Grafana.

                        Each step looks first, so a second run changes nothing, and an interrupted run can be
                        continued. A step that needs something you have not configured is skipped, with the reason. A
                        failed step does not stop the others: it says why it failed and what to do, and the exit code
                        is 6.
                        """)
                .required("NAME", ValueKind.TAILNET_NAME)
                .option(ADDRESS)
                .example("monsh box onboard aibox-2 --tailscale-ip 100.64.0.8", "set up everything for a second box")
                .example("monsh box onboard aibox-2 --dry-run", "what exists and what would be done");
    }

    private static MonshCommand.Builder offboard() {
        return command("box offboard", "Remove a box everywhere")
                .details("""
                        Undoes 'box onboard' in reverse order: dashboards and data sources in Grafana, security group
                        rules, the mapping, the configuration. It asks first. After a failure, run it again to
                        continue.
                        """)
                .required("NAME", ValueKind.BOX)
                .example("monsh box offboard aibox-2 --dry-run", "what would be removed");
    }

    private ExitCode onboard(Invocation call) {
        try (Places opened = places.open(call.globals())) {
            Onboarding onboarding = new Onboarding(
                    call.argument(0), call.get(ADDRESS).map(TailnetAddress::text), opened, places.journals());
            unfinished(call, call.argument(0));
            boolean dry = call.globals().dryRun();
            List<Step> steps = new ArrayList<>(onboarding.steps());
            if (!dry) {
                steps.addAll(onboarding.proof());
            }
            List<StepResult> results = run(call, steps, onboarding::begin);
            return ended(results, dry, onboarding::end);
        }
    }

    private void unfinished(Invocation call, String box) {
        Optional<Journal> journal = places.journals().read(box);
        journal.ifPresent(kept ->
                call.console().note("continuing a run for " + box + " that stopped at the step '" + kept.step() + "'"));
    }

    private ExitCode offboard(Invocation call) {
        String box = call.argument(0);
        if (!call.globals().dryRun() && !agreed(call, box)) {
            call.console().note("nothing was changed");
            return ExitCode.NO;
        }
        try (Places opened = places.open(call.globals())) {
            Offboarding offboarding = new Offboarding(box, opened, places.journals());
            unfinished(call, box);
            List<StepResult> results = run(call, offboarding.steps(), offboarding::begin);
            return ended(results, call.globals().dryRun(), offboarding::end);
        }
    }

    private static boolean agreed(Invocation call, String box) {
        if (call.globals().yes()) {
            return true;
        }
        if (!call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would remove " + box + " everywhere, but can't ask without a terminal: add --yes, or --dry-run to"
                            + " see what would be done");
        }
        return call.confirms("remove " + box + " from Grafana, security group, gateway and configuration?");
    }

    private static List<StepResult> run(Invocation call, List<Step> steps, Consumer<String> begin) {
        StepViews views = new StepViews(call.console(), call.format(), NextSteps::text);
        boolean dry = call.globals().dryRun();
        Consumer<String> begun = dry ? step -> {} : begin;
        List<StepResult> results = new StepRun(dry, begun, views::ended).run(steps);
        views.all(call.format(), results);
        return results;
    }

    private static ExitCode ended(List<StepResult> results, boolean dry, Runnable forget) {
        boolean failed = results.stream().anyMatch(each -> each.state() == StepResult.State.FAILED);
        if (!dry && !failed) {
            forget.run();
        }
        return failed ? ExitCode.PARTIAL : ExitCode.DONE;
    }
}
