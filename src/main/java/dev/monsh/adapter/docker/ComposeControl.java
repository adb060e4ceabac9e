package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.ServerControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Signals to containers, and checks of their configuration in containers of one run. */
public final class ComposeControl implements ServerControl {

    private static final Duration CHECK_PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private final Duration patience;

    /** Takes the user's environment, where docker finds its host, and how long the engine may take for one answer. */
    public ComposeControl(Map<String, String> environment, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /** The container has the service's declared image and mounts, and none of its ports, so what runs is not in its way. */
    @Override
    public void check(Stack stack, StackService service) {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--no-deps", "-T"));
        boolean prometheus = service.kind().filter(Service.PROMETHEUS::equals).isPresent();
        if (prometheus) {
            words.addAll(List.of("--entrypoint", "promtool", service.name(), "check", "config"));
            words.add(service.configurationInside().orElseThrow());
        } else {
            words.add(service.name());
            words.addAll(service.command());
            words.add(service.kind().filter(Service.LOKI::equals).isPresent() ? "-verify-config" : "-check-syntax");
        }
        ProgramRun.Ended output = compose(stack).run(CHECK_PATIENCE, words, line -> {});
        boolean absent = prometheus && output.errText().contains("executable file not found");
        if (!output.ok() && !absent) {
            new EngineFault(output).engine().ifPresent(fault -> {
                throw fault;
            });
            List<String> lines = Stream.concat(
                            output.outText().lines(), output.errText().lines())
                    .toList();
            throw new ExitDiagnosis(service, "monsh stack check", lines)
                    .explain(output.status(), port -> Optional.empty());
        }
    }

    @Override
    public void hangUp(Stack stack, StackService service) {
        ProgramRun.Ended output =
                compose(stack).run(patience, List.of("kill", "-s", "HUP", service.name()), line -> {});
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker compose kill");
        }
    }

    private ComposeCommand compose(Stack stack) {
        return ComposeCommand.find(new DockerCli(environment, stack.folder()));
    }
}
