package dev.monsh.testing.onboard;

import dev.monsh.across.onboard.Firewall;
import dev.monsh.across.onboard.Journal;
import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.adapter.yaml.box.YamlBoxStore;
import dev.monsh.box.BoxStore;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.LocalGateway;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.tailnet.Tailnet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A real configuration file and a real site file in a folder, and a security group and journals in memory. */
public final class TestPlaces implements Places {

    private final Path folder;
    private final AtomicFile files = new AtomicFile(InstantSource.system());
    private final TreeSet<Integer> open = new TreeSet<>((one, other) -> Integer.compare(other, one));
    private final Map<String, Journal> journals = new HashMap<>();
    private Optional<MonshException> refusal = Optional.empty();

    public TestPlaces(Path folder) {
        this.folder = folder;
    }

    /** Writes the files: a gateway with the box of the manual. */
    public TestPlaces prepared() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.yml"), """
                gateway:
                  ssh: {host: 127.0.0.1}
                  public_host: gw.example
                boxes:
                  odk04:
                    prometheus: {url: "http://localhost:9090"}
                """);
        Files.writeString(folder.resolve("site"), """
                server { listen 9090; server_name gw.example; location / { proxy_pass http://100.64.0.7:9090; } }
                server { listen 3100; server_name gw.example; location / { proxy_pass http://100.64.0.7:3100; } }
                """);
        return this;
    }

    public String site() {
        return read("site");
    }

    public String configuration() {
        return read("config.yml");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the ports that the security group lets in, the highest first. */
    public List<Integer> openPorts() {
        return List.copyOf(open);
    }

    public void refuseFirewall(MonshException failure) {
        refusal = Optional.of(failure);
    }

    public void allowFirewall() {
        refusal = Optional.empty();
    }

    /** Returns journals that outlive a run. */
    public JournalStore journals() {
        return new JournalStore() {
            @Override
            public Optional<Journal> read(String box) {
                return Optional.ofNullable(journals.get(box));
            }

            @Override
            public void write(Journal journal) {
                journals.put(journal.box(), journal);
            }

            @Override
            public void remove(String box) {
                journals.remove(box);
            }
        };
    }

    @Override
    public BoxStore boxes() {
        return new YamlBoxStore(new ConfigurationLocation(folder.resolve("config.yml"), true), folder, folder, files);
    }

    @Override
    public Optional<GatewayHost> gateway() {
        return Optional.of(new LocalGateway(
                folder.resolve("site"),
                List.copyOf(boxes().load().boxes().values()),
                boxes().load().gateway().flatMap(GatewaySettings::publicHost),
                files));
    }

    @Override
    public Optional<Tailnet> tailnet() {
        return Optional.empty();
    }

    @Override
    public Optional<Firewall> firewall() {
        return Optional.of(new MemoryFirewall());
    }

    /** Refuses to change anything while it is told to. */
    private final class MemoryFirewall implements Firewall {

        @Override
        public String name() {
            return "sg-1";
        }

        @Override
        public List<Integer> closed(List<Integer> ports) {
            return ports.stream().filter(port -> !open.contains(port)).toList();
        }

        @Override
        public List<Integer> open(List<Integer> ports) {
            return ports.stream().filter(open::contains).toList();
        }

        @Override
        public void open(List<Integer> ports, String label) {
            refuse();
            open.addAll(ports);
        }

        @Override
        public void close(List<Integer> ports) {
            refuse();
            ports.forEach(open::remove);
        }

        private void refuse() {
            refusal.ifPresent(failure -> {
                throw failure;
            });
        }
    }

    @Override
    public Optional<GrafanaServer> grafana() {
        return Optional.empty();
    }

    @Override
    public SourceProbe proxied(String uid) {
        throw new AssertionError("no Grafana is configured");
    }

    @Override
    public SourceProbe straight(Endpoint endpoint) {
        throw new AssertionError("nothing is proved here");
    }

    @Override
    public SecretValue secret(Secret secret) {
        throw new AssertionError("nothing here is secret");
    }

    @Override
    public void close() {}
}
