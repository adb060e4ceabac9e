package dev.monsh.command.box;

import dev.monsh.across.drift.Disagreement;
import dev.monsh.across.drift.DriftSearch;
import dev.monsh.across.onboard.Places;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.box.DisagreementView;
import java.util.List;

/** {@code drift}: everything that has to agree, in one table. */
public final class DriftCommand {

    private final OnboardPlaces places;

    public DriftCommand(OnboardPlaces places) {
        this.places = places;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("drift")
                .group("Boxes")
                .summary("Show where configuration, gateway, security group, tailnet, Grafana and stack disagree")
                .details("""
                        Prints one row per difference, with the command that helps. Places that are not configured are
                        skipped. The exit code is 1 if anything differs, and 6 if nothing differs but a place could
                        not be checked.
                        """)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL)
                .example("monsh drift", "all boxes in the configuration")
                .example("monsh drift -o json", "the same as JSON")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        try (Places opened = places.open(call.globals())) {
            DriftSearch search = new DriftSearch(opened);
            List<Disagreement> found =
                    search.find(places.stacks(call.globals()), stack -> places.drift(call.globals(), stack));
            DisagreementView.of(NextSteps::text).print(call.console(), call.format(), found);
            if (found.isEmpty()) {
                call.console()
                        .note(
                                search.hasCompared()
                                        ? "no differences"
                                        : "nothing to compare: no stack here, and the configuration names no other place");
                return ExitCode.DONE;
            }
            return found.stream().allMatch(Disagreement::isUnread) ? ExitCode.PARTIAL : ExitCode.NO;
        }
    }
}
