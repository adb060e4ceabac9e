package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Finding;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.mount.Mount;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.check.ExternalCheckers;
import dev.monsh.stack.engine.ExitDiagnosis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compose's own reading of the Compose file, and Loki's and Promtail's of their configuration in a throwaway container: of
 * an image that is here, without network and ports, so that nothing that runs is in its way and nothing is fetched.
 */
public final class ContainerCheckers implements ExternalCheckers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What {@code docker run} itself ends with when the container could not be made. */
    private static final int NOT_RUN = 125;

    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+)");

    private final Map<String, String> environment;

    /** Takes the user's environment, where docker finds its host. */
    public ContainerCheckers(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<List<Finding>> compose(Stack stack) {
        try {
            ProgramRun.Ended output = new ComposeConfig(environment).judge(stack);
            if (output.ok()) {
                return Optional.of(List.of());
            }
            String file = stack.composeFile().map(Path::toString).orElse("Compose file");
            return Optional.of(findings("", file, new EngineFault(output).explain("docker compose", file)));
        } catch (MonshException e) {
            // there is no Compose here that could be asked
            return Optional.empty();
        }
    }

    @Override
    public Optional<List<Finding>> server(Stack stack, StackService service) {
        Optional<String> option = service.kind().flatMap(ContainerCheckers::option);
        if (option.isEmpty() || service.image().isEmpty()) {
            return Optional.empty();
        }
        try {
            // values go by the program's environment: on its command line everybody could read them
            Map<String, String> variables = new HashMap<>(environment);
            service.environment().forEach(variables::putIfAbsent);
            DockerCli cli = new DockerCli(variables, stack.folder());
            Containers.source(cli, PATIENCE).ping();
            ProgramRun.Ended output = cli.docker(PATIENCE, words(service, option.get()));
            if (output.status() == NOT_RUN) {
                return Optional.empty();
            }
            if (output.ok()) {
                return Optional.of(List.of());
            }
            List<String> said = (output.outText() + output.errText()).lines().toList();
            MonshException failure = new ExitDiagnosis(service, service.image(), said)
                    .explain(output.status(), port -> Optional.empty());
            String file = service.configuration().map(Path::toString).orElse(service.name());
            return Optional.of(findings(service.name(), file, failure));
        } catch (MonshException e) {
            // no engine runs here: our own reading has to do
            return Optional.empty();
        }
    }

    /** Both are in the servers' {@code -help}. */
    private static Optional<String> option(Service kind) {
        return switch (kind) {
            case LOKI -> Optional.of("-verify-config");
            case PROMTAIL -> Optional.of("-check-syntax");
            case PROMETHEUS, PROCESS_EXPORTER -> Optional.empty();
        };
    }

    private static List<String> words(StackService service, String option) {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--pull", "never", "--network", "none"));
        for (Mount mount : service.mounts()) {
            if (mount.bind()) {
                words.add("--mount");
                words.add("type=bind,readonly,source=" + mount.source() + ",target=" + mount.target());
            }
        }
        service.environment().forEach((name, value) -> words.addAll(List.of("--env", name)));
        words.add(service.image());
        words.addAll(service.command());
        words.add(option);
        return words;
    }

    private static List<Finding> findings(String service, String file, MonshException failure) {
        if (failure instanceof ConfigurationException configuration) {
            return configuration.problems().stream()
                    .map(problem -> new Finding(Severity.ERROR, service, problem, ""))
                    .toList();
        }
        Matcher place = PLACE.matcher(failure.what());
        Problem problem = place.matches()
                ? new Problem(place.group(1), Integer.parseInt(place.group(2)), 1, failure.why())
                : new Problem(file, 0, 0, failure.why());
        return List.of(new Finding(Severity.ERROR, service, problem, ""));
    }
}
