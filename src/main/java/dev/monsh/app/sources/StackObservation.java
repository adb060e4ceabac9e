package dev.monsh.app.sources;

import dev.monsh.adapter.docker.ComposeControl;
import dev.monsh.adapter.docker.observe.ComposeObserver;
import dev.monsh.adapter.http.stack.LoadedConfigurations;
import dev.monsh.adapter.http.stack.PlainProbe;
import dev.monsh.adapter.nativeengine.NativeControl;
import dev.monsh.adapter.nativeengine.NativeObserver;
import dev.monsh.adapter.yaml.loaded.LoadedConfigurationComparison;
import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.command.stack.StackObservers;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.RejectedException;
import dev.monsh.os.Pace;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.drift.ConfigurationCheck;
import dev.monsh.stack.drift.DriftFinder;
import dev.monsh.stack.drift.Observer;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.ServerControl;
import dev.monsh.stack.reload.ReloadTools;
import dev.monsh.stack.reload.StackReloader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What sees the stack of this machine as it runs. */
public final class StackObservation implements StackObservers {

    private final Map<String, String> environment;
    private final Path home;
    private final PlainProbe probe = new PlainProbe();

    public StackObservation(Surroundings surroundings) {
        this.environment = surroundings.environment();
        this.home = surroundings.home();
    }

    @Override
    public DriftFinder finder(Engine engine, Duration patience) {
        return new DriftFinder(observer(engine, patience), check(patience));
    }

    @Override
    public StackReloader reloader(Engine engine, Duration patience) {
        ServerControl control = switch (engine.kind()) {
            case COMPOSE -> new ComposeControl(environment, patience);
            case NATIVE -> new NativeControl(environment, home);
        };
        return new StackReloader(new ReloadTools(
                engine,
                observer(engine, patience),
                control,
                probe,
                probe,
                check(patience),
                StackObservation::judge,
                Pace.system()));
    }

    private Observer observer(Engine engine, Duration patience) {
        return switch (engine.kind()) {
            case COMPOSE -> new ComposeObserver(environment, probe, patience);
            case NATIVE -> new NativeObserver(environment, home);
        };
    }

    private ConfigurationCheck check(Duration patience) {
        return new ConfigurationCheck(new LoadedConfigurations(probe), new LoadedConfigurationComparison(), patience);
    }

    /** process-exporter has no check of its own; its rules are read as it reads them. */
    private static void judge(Path file) {
        try {
            new ProcessExporterConfigReader().readOrThrow(file);
        } catch (ConfigurationException e) {
            throw new RejectedException(
                    e.what(),
                    "process-exporter would reject its configuration: " + e.why()
                            + "; it keeps running with its old configuration",
                    new StackNextStep.Check(),
                    e);
        }
    }
}
