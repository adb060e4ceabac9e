package dev.monsh.app;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.app.places.ConfiguredPlaces;
import dev.monsh.app.places.JournalFiles;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.box.OnboardPlaces;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.command.gateway.Tailnets;
import dev.monsh.command.grafana.Grafanas;
import java.util.Optional;

/** Opens the places that have to agree about a box. */
record OnboardSources(
        Surroundings surroundings, Boxes boxes, GatewayHosts gateways, Tailnets tailnets, Grafanas grafanas)
        implements OnboardPlaces {

    @Override
    public Places open(GlobalOptions options) {
        return new ConfiguredPlaces(options, boxes, gateways, tailnets, grafanas, Optional::empty);
    }

    @Override
    public JournalStore journals() {
        return JournalFiles.of(surroundings.environment(), surroundings.home());
    }
}
