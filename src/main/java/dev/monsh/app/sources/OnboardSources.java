package dev.monsh.app.sources;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.app.places.ConfiguredPlaces;
import dev.monsh.app.places.JournalFiles;
import dev.monsh.box.LocalBox;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.command.box.OnboardPlaces;
import dev.monsh.command.gateway.Firewalls;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.command.gateway.Tailnets;
import dev.monsh.command.grafana.Grafanas;
import dev.monsh.command.stack.StackObservers;
import dev.monsh.command.stack.StackSources;
import dev.monsh.stack.Stack;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens the places that have to agree about a box. */
public record OnboardSources(
        Surroundings surroundings,
        Boxes boxes,
        GatewayHosts gateways,
        Tailnets tailnets,
        Grafanas grafanas,
        Firewalls firewalls,
        StackSources stacks,
        StackObservers observers)
        implements OnboardPlaces {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Places open(GlobalOptions options) {
        return new ConfiguredPlaces(options, boxes, gateways, tailnets, grafanas, () -> firewalls.open(options));
    }

    @Override
    public List<Drift> stacks(GlobalOptions options) {
        Duration patience = options.timeout().orElse(PATIENCE);
        return boxes.store(options).load().boxes().values().stream()
                .flatMap(box -> box.stack().stream())
                .filter(folder -> LocalBox.composeFile(folder).isPresent())
                .distinct()
                .flatMap(folder -> stack(folder, patience).stream())
                .toList();
    }

    private List<Drift> stack(Path folder, Duration patience) {
        Stack stack = stacks.read(folder).stack();
        Engine engine = stacks.engine(Optional.empty(), stack, patience).engine();
        return observers.finder(engine, patience).find(stack, List.of());
    }

    @Override
    public JournalStore journals() {
        return JournalFiles.of(surroundings.environment(), surroundings.home());
    }
}
