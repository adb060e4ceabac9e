package dev.monsh.app.sources;

import dev.monsh.adapter.host.TailscaleProgram;
import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.adapter.nativeengine.NativeDemo;
import dev.monsh.adapter.yaml.box.YamlBoxStore;
import dev.monsh.app.names.LiveValues;
import dev.monsh.app.places.SavedFile;
import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.ConsoleSettings;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretReader;
import dev.monsh.box.Server;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.stack.demo.Demo;
import dev.monsh.stack.demo.DemoHandle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration and the servers that commands ask, made when first asked for. Clients are kept as long as the box stays
 * the same: a script's hundred queries share a connection.
 */
public final class Sources implements Boxes {

    private static final String DEMO = "demo";

    private final Surroundings surroundings;
    private final HttpClients clients;
    private final LogSources logs;
    private final StackAddresses addresses;
    private final List<Opened> metrics = new ArrayList<>();
    private Optional<Box> entered = Optional.empty();

    /** A source and what it was opened for. A list of them, since the first call then compares and hashes nothing. */
    private record Opened(Endpoint endpoint, Optional<Duration> timeout, MetricsSource source) {

        boolean isFor(Endpoint other, Optional<Duration> otherTimeout) {
            return endpoint.equals(other) && timeout.equals(otherTimeout);
        }
    }

    public Sources(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.addresses = new StackAddresses(surroundings.environment(), surroundings.home());
        this.clients = new HttpClients(surroundings.environment(), this::secret);
        this.logs = new LogSources(this, clients, surroundings.workingFolder());
    }

    @Override
    public ConfigurationLocation location(GlobalOptions options) {
        return ConfigurationLocation.of(
                options.config().map(Path::toString),
                surroundings.environment(),
                surroundings.home(),
                surroundings.workingFolder());
    }

    @Override
    public BoxStore store(GlobalOptions options) {
        return new YamlBoxStore(
                location(options),
                surroundings.workingFolder(),
                surroundings.home(),
                new AtomicFile(surroundings.clock()));
    }

    @Override
    public Box chosen(GlobalOptions options) {
        if (entered.isPresent() && options.box().isEmpty()) {
            return entered.get();
        }
        Configuration configuration = store(options).load();
        if (requested(options).filter(DEMO::equals).isPresent()
                && !configuration.boxes().containsKey(DEMO)) {
            return demo().find().map(Sources::box).orElseThrow(Sources::noDemo);
        }
        return addresses.complete(BoxChoice.choose(configuration, options.box(), surroundings.environment()));
    }

    /** Returns the name of the box that the call asks for, by its option or by the environment. */
    public Optional<String> requested(GlobalOptions options) {
        return options.box()
                .or(() -> Optional.ofNullable(surroundings.environment().get("MONSH_BOX"))
                        .filter(name -> !name.isEmpty()));
    }

    @Override
    public Map<String, Box> all(GlobalOptions options) {
        Map<String, Box> all = new LinkedHashMap<>();
        store(options).load().boxes().forEach((name, box) -> all.put(name, addresses.complete(box)));
        if (!all.containsKey(DEMO)) {
            demo().find().map(Sources::box).ifPresent(demo -> all.put(DEMO, demo));
        }
        return all;
    }

    /** Returns the Prometheus of the box that the options choose. */
    public MetricsSource metrics(GlobalOptions options) {
        return open(chosen(options).prometheus(), options.timeout());
    }

    /** Returns the Prometheus of a box; empty where the box has none. */
    public Optional<MetricsSource> metrics(Box box, GlobalOptions options) {
        return box.endpoint(Server.PROMETHEUS).map(endpoint -> open(endpoint, options.timeout()));
    }

    /** Returns the Prometheus at an address that needs nothing else. */
    public MetricsSource metricsAt(URI url, GlobalOptions options) {
        return open(Endpoint.of(url.toString()), options.timeout());
    }

    /** Returns where the box's log lines are. */
    public LogSources logs() {
        return logs;
    }

    /** Returns the names that completion asks for. */
    public LiveValues names(LiveValues.Pace pace) {
        return LiveValues.at(
                pace,
                surroundings.environment(),
                surroundings.home(),
                this,
                this::boxKey,
                this::metrics,
                logs,
                new LocalFiles(surroundings),
                folder -> new StackEngines(surroundings).read(folder).stack(),
                () -> TailscaleProgram.on(surroundings.environment(), LiveValues.REQUEST),
                this::shortcuts,
                surroundings.workingFolder(),
                surroundings.clock());
    }

    /** Returns how the console behaves; as usual where the configuration can't be read, which its commands tell. */
    public ConsoleSettings consoleSettings(GlobalOptions options) {
        try {
            return store(options).load().console();
        } catch (MonshException e) {
            return ConsoleSettings.USUAL;
        }
    }

    /** Returns the lines that names stand for; what was saved last goes before the configuration's aliases. */
    public Map<String, String> shortcuts(GlobalOptions options) {
        Map<String, String> lines = new TreeMap<>(consoleSettings(options).aliases());
        try {
            lines.putAll(saved().all());
        } catch (MonshException e) {
            // the command that saves lines tells why they can't be read
        }
        return lines;
    }

    /** Returns the saved lines of this user. */
    public SavedFile saved() {
        return new SavedFile(
                SavedFile.of(surroundings.environment(), surroundings.home()),
                () -> new AtomicFile(surroundings.clock()));
    }

    /** Returns the demo of this user; whether it runs is found out only when asked. */
    public Demo demo() {
        return new NativeDemo(surroundings.environment(), surroundings.home());
    }

    /** Makes a demo the box in use for the rest of this run. */
    public void enter(DemoHandle handle) {
        entered = Optional.of(box(handle));
    }

    /** Returns whether a box is the demo's. */
    public static boolean isDemo(Box box) {
        return box.name().equals(DEMO);
    }

    private static Box box(DemoHandle handle) {
        return new Box(
                DEMO,
                Optional.of(handle.folder()),
                Map.of(
                        Server.PROMETHEUS, Endpoint.of(handle.prometheusUrl().toString()),
                        Server.PROCESS_EXPORTER,
                                Endpoint.of(handle.exporterUrl().toString())),
                Optional.empty());
    }

    private static UnreachableException noDemo() {
        return new UnreachableException("box " + DEMO, "no demo is running", "monsh demo");
    }

    /** Completion asks on threads of its own. */
    private synchronized MetricsSource open(Endpoint endpoint, Optional<Duration> timeout) {
        for (Opened opened : metrics) {
            if (opened.isFor(endpoint, timeout)) {
                return opened.source();
            }
        }
        MetricsSource source = new PrometheusSource(clients.open(endpoint, timeout));
        metrics.add(new Opened(endpoint, timeout, source));
        return source;
    }

    /** Returns the name of the box that the options choose, or nothing where the configuration does not tell. */
    public String boxName(GlobalOptions options) {
        try {
            return isDemo(options) ? DEMO : chosen(options).name();
        } catch (MonshException e) {
            return "";
        }
    }

    /** Returns what tells the boxes of all configurations apart. Nobody is asked, so that it can be had at every key. */
    private String boxKey(GlobalOptions options) {
        try {
            if (isDemo(options)) {
                return DEMO;
            }
            Box box = chosen(options);
            return box.name() + " "
                    + box.endpoint(Server.PROMETHEUS).map(Endpoint::toString).orElse("") + " "
                    + box.endpoint(Server.LOKI).map(Endpoint::toString).orElse("");
        } catch (MonshException e) {
            return "";
        }
    }

    /** Finding out whether the demo runs reads its files; its name is known before. */
    private boolean isDemo(GlobalOptions options) {
        return entered.isEmpty()
                && requested(options).filter(DEMO::equals).isPresent()
                && !store(options).load().boxes().containsKey(DEMO);
    }

    private String secret(Secret secret) {
        return new String(
                new SecretReader(surroundings.environment()).read(secret).chars());
    }
}
