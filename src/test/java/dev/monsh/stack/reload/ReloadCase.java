package dev.monsh.stack.reload;

import dev.monsh.failure.MonshException;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ConfigurationCheck;
import dev.monsh.stack.drift.ConfigurationComparison;
import dev.monsh.stack.drift.ConfigurationDifference;
import dev.monsh.stack.drift.ConfigurationSource;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.drift.ServiceDefinition;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.stack.FakeEngine;
import dev.monsh.testing.stack.FakeServers;
import dev.monsh.testing.stack.VirtualPace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose servers, engine and clock a test makes as it needs them. */
abstract class ReloadCase {

    static final Duration TIMEOUT = Duration.ofSeconds(30);
    static final String SERVER = "http://127.0.0.1:9";
    static final String METRICS = SERVER + "/metrics";

    @TempDir
    Path folder;

    final FakeEngine engine = new FakeEngine();
    final FakeServers servers = new FakeServers();
    final VirtualPace pace = new VirtualPace();
    final List<ObservedService> observed = new ArrayList<>();
    final List<StackService> services = new ArrayList<>();
    Optional<MonshException> judgement = Optional.empty();
    String loaded = "new";

    /** Adds a server that runs, with a file that was written before its start and holds {@code new}. */
    void has(Service kind, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve(kind.label() + ".yml"), "new");
        services.add(StackService.plain(kind, file, kind.usualPort()));
        ServiceDefinition definition =
                new ServiceDefinition("", Optional.of(List.of(words)), Set.of(), Set.of(), Map.of(), "", Set.of());
        observed.add(new ObservedService(
                kind.label(),
                Optional.of(kind),
                Optional.of(definition),
                Optional.of(new ObservedService.Running(
                        kind.label(),
                        ServiceState.RUNNING,
                        Optional.empty(),
                        Optional.of(Instant.now().plusSeconds(3600)),
                        "",
                        definition)),
                ObservedService.Verdict.SAME,
                "",
                Optional.of(new ObservedConfiguration(
                        file,
                        file.toString(),
                        Optional.of(URI.create(SERVER)),
                        false,
                        false,
                        UnaryOperator.identity()))));
    }

    String reload() {
        return words(
                reloads(new ReloadRequest(List.of(), false, false, TIMEOUT)).getFirst());
    }

    static String words(Reload reload) {
        return reload.service() + ": " + reload.way().word() + ": " + reload.result();
    }

    MonshException failure() {
        return reloads(new ReloadRequest(List.of(), false, false, TIMEOUT))
                .getFirst()
                .failure()
                .orElseThrow();
    }

    List<Reload> reloads(ReloadRequest request) {
        ConfigurationSource source = (kind, server, timeout) -> new ConfigurationSource.Answer.Loaded(loaded);
        ConfigurationComparison comparison = texts -> texts.declared().equals(texts.running())
                ? List.of()
                : List.of(new ConfigurationDifference("text", texts.running(), texts.declared()));
        ReloadTools tools = new ReloadTools(
                engine,
                stack -> List.copyOf(observed),
                servers,
                servers,
                servers,
                new ConfigurationCheck(source, comparison, TIMEOUT),
                file -> judgement.ifPresent(failure -> {
                    throw failure;
                }),
                pace);
        Stack stack = new Stack(folder, Optional.empty(), services);
        return new StackReloader(tools).reload(stack, request, ProgressListener.silent());
    }
}
