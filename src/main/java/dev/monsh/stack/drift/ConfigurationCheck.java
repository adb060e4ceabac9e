package dev.monsh.stack.drift;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RejectedException;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackNextStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares what a server that runs has loaded with its file. */
public final class ConfigurationCheck {

    private final ConfigurationSource source;
    private final ConfigurationComparison comparison;
    private final Duration timeout;

    /** Takes how long one server may take for its answer. */
    public ConfigurationCheck(ConfigurationSource source, ConfigurationComparison comparison, Duration timeout) {
        this.source = source;
        this.comparison = comparison;
        this.timeout = timeout;
    }

    /** Returns in what it differs; empty for a service that does not run or has no configuration on this machine. */
    public List<Drift> find(ObservedService service) {
        if (service.kind().isEmpty()
                || service.configuration().isEmpty()
                || service.running().isEmpty()) {
            return List.of();
        }
        ObservedService.Running running = service.running().get();
        return running.isUp()
                ? find(
                        service.name(),
                        service.kind().get(),
                        running,
                        service.configuration().get())
                : List.of();
    }

    private List<Drift> find(
            String name, Service kind, ObservedService.Running running, ObservedConfiguration configuration) {
        List<Drift> found = new ArrayList<>();
        if (configuration.replaced()) {
            found.add(new Drift(
                    name,
                    DriftKind.REPLACED_FILE,
                    "the version of " + configuration.file() + " from when it started",
                    "a new version: the file was replaced, and a single-file mount keeps the old one",
                    new StackNextStep.Restart(name)));
        }
        try {
            boolean asked =
                    ConfigurationSource.tells(kind) && configuration.server().isPresent();
            found.addAll(asked ? ask(name, kind, configuration) : byTime(name, running, configuration));
        } catch (IOException e) {
            found.add(new Drift(
                    name,
                    DriftKind.UNREADABLE,
                    "-",
                    configuration.file() + ": " + FileFailure.reason(e),
                    new NextStep.Text("ls -l " + configuration.file())));
        }
        return found;
    }

    private List<Drift> ask(String name, Service kind, ObservedConfiguration configuration) throws IOException {
        String file = configuration.file().toString();
        String text = new String(Files.readAllBytes(configuration.file()), StandardCharsets.UTF_8);
        return switch (source.ask(kind, configuration.server().orElseThrow(), timeout)) {
            case ConfigurationSource.Answer.Untold(String why) ->
                List.of(new Drift(name, DriftKind.UNREADABLE, why, file, new StackNextStep.ReadLogs(name)));
            case ConfigurationSource.Answer.Loaded(String yaml) ->
                compare(
                        name,
                        new ConfigurationComparison.Texts(
                                kind,
                                file,
                                configuration.asServed().apply(text),
                                yaml,
                                configuration.folderInside(),
                                configuration.variables()));
        };
    }

    private List<Drift> compare(String name, ConfigurationComparison.Texts texts) {
        try {
            return comparison.compare(texts).stream()
                    .map(each -> new Drift(
                            name,
                            DriftKind.CONFIGURATION,
                            each.path() + ": " + each.running(),
                            each.path() + ": " + each.declared(),
                            new StackNextStep.Reload(name)))
                    .toList();
        } catch (ConfigurationException e) {
            String fault = e.what() + ": " + e.why();
            return List.of(
                    new Drift(name, DriftKind.CONFIGURATION, "an earlier version", fault, new StackNextStep.Check()));
        } catch (RejectedException e) {
            return List.of(
                    new Drift(name, DriftKind.UNREADABLE, e.why(), texts.file(), new StackNextStep.ReadLogs(name)));
        }
    }

    /** A server that can't be asked has read its file when it was started. */
    private static List<Drift> byTime(String name, ObservedService.Running running, ObservedConfiguration configuration)
            throws IOException {
        Instant changed = Files.getLastModifiedTime(configuration.file()).toInstant();
        return running
                .since()
                .filter(changed::isAfter)
                .map(since -> new Drift(
                        name,
                        DriftKind.CONFIGURATION,
                        "started " + since,
                        configuration.file() + ": changed after the start, " + changed,
                        new StackNextStep.Reload(name)))
                .stream()
                .toList();
    }
}
