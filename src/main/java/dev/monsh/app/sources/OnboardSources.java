package dev.monsh.app.sources;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.app.places.ConfiguredPlaces;
import dev.monsh.app.places.JournalFiles;
import dev.monsh.box.Box;
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
    public List<Path> stacks(GlobalOptions options) {
        Box assumed = LocalBox.find(surroundings.workingFolder(), surroundings.home());
        return boxes.store(options).load().boxes().values().stream()
                .filter(box -> !box.equals(assumed)
                        || box.stack().flatMap(LocalBox::composeFile).isPresent())
                .flatMap(box -> box.stack().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Drift> drift(GlobalOptions options, Path folder) {
        Duration patience = options.timeout().orElse(PATIENCE);
        Stack stack = stacks.read(folder).stack();
        Engine engine = stacks.engine(Optional.empty(), stack, patience).engine();
        return observers.finder(engine, patience).find(stack, List.of());
    }

    @Override
    public JournalStore journals() {
        return JournalFiles.of(surroundings.environment(), surroundings.home());
    }
}
