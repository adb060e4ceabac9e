package dev.monsh.command.box;

import dev.monsh.across.drift.Disagreement;
import dev.monsh.across.drift.DriftSearch;
import dev.monsh.across.onboard.Places;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
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
                        One row for each thing that differs, with the command that helps. Places that are not configured are
                        left out. Exit code 1 when anything differs, 6 when nothing was found but a place could not be looked
                        at.
                        """)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL)
                .example("monsh drift", "all boxes of the configuration")
                .example("monsh drift -o json", "the same for a program")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        try (Places opened = places.open(call.globals())) {
            List<Disagreement> found = new DriftSearch(opened).find(() -> places.stacks(call.globals()));
            DisagreementView.of().print(call.console(), call.format(), found);
            if (found.isEmpty()) {
                call.console().note("everything that is configured agrees");
                return ExitCode.DONE;
            }
            return found.stream().allMatch(Disagreement::isUnread) ? ExitCode.PARTIAL : ExitCode.NO;
        }
    }
}
