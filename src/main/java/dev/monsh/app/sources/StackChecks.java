package dev.monsh.app.sources;

import dev.monsh.adapter.docker.ContainerCheckers;
import dev.monsh.adapter.nativeengine.PromtoolChecker;
import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.adapter.yaml.promtail.PromtailReader;
import dev.monsh.adapter.yaml.server.ServerFileReader;
import dev.monsh.command.stack.StackCheckSources;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.logs.target.LogSetup;
import dev.monsh.logs.target.PromtailConfig;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.mount.Mounts;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import dev.monsh.stack.check.ExternalCheckers;
import dev.monsh.stack.check.StackCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code stack check} reads and whom it asks. */
public final class StackChecks implements StackCheckSources {

    private final Surroundings surroundings;

    public StackChecks(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public StackCheck check() {
        List<ExternalCheckers> checkers = List.of(
                new PromtoolChecker(surroundings.environment()), new ContainerCheckers(surroundings.environment()));
        return new StackCheck(new ServerFileReader(), ExternalCheckers.firstOf(checkers), StackEngines.owners());
    }

    /** The mounts are those of the merged files, with all variables put in, unlike those that logfile reads and edits. */
    @Override
    public LogSetup logs(StackReading reading, StackService promtail, Path configuration) {
        Stack stack = reading.stack();
        PromtailConfig config = PromtailReader.read(
                configuration.toString(), FileSnapshot.read(configuration).bytes());
        Optional<PromtailService> service = promtail.image().isEmpty()
                ? Optional.empty()
                : Optional.of(new PromtailService(
                        stack.composeFile().orElse(stack.folder()).toString(), promtail.name(), promtail.mounts()));
        return new LogSetup(config, service, new Mounts(promtail.mounts()));
    }

    @Override
    public MatcherConfig rules(Path configuration) {
        return new ProcessExporterConfigReader().read(configuration);
    }
}
