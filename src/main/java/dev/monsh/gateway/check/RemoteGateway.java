package dev.monsh.gateway.check;

import dev.monsh.box.Box;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.LoginChange;
import dev.monsh.gateway.PasswordFile;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.site.ConfigurationDump;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.transaction.ApplyOutcome;
import dev.monsh.gateway.transaction.ChangePlan;
import dev.monsh.gateway.transaction.GatewayFile;
import dev.monsh.gateway.transaction.GatewayReading;
import dev.monsh.gateway.transaction.GatewayTransaction;
import dev.monsh.gateway.transaction.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The file on the gateway: a change of it is a transaction, and its ports are asked afterwards. */
public final class RemoteGateway implements GatewayHost {

    private final GatewayLink link;
    private final List<Box> boxes;
    private final PortProbe outside;
    private final Consumer<JournalEntry> news;
    private Optional<GatewayFile> read = Optional.empty();

    /**
     * Takes a connection, and ends it with itself.
     *
     * @param outside asks the public ports from here
     * @param news takes the changes whose end nobody has seen yet
     */
    public RemoteGateway(GatewayLink link, List<Box> boxes, PortProbe outside, Consumer<JournalEntry> news) {
        this.link = link;
        this.boxes = List.copyOf(boxes);
        this.outside = outside;
        this.news = news;
    }

    @Override
    public GatewaySite read() {
        return site(link.transaction().read(link.path()));
    }

    @Override
    public GatewaySite look(Consumer<MonshException> trouble) {
        GatewayReading reading = link.transaction().look(link.path());
        reading.trouble().ifPresent(trouble);
        return site(reading);
    }

    @Override
    public GatewaySite readOrNew() {
        return site(link.transaction().readOrNew(link.path()));
    }

    private GatewaySite site(GatewayReading reading) {
        reading.untold().forEach(news);
        GatewayFile file = reading.file();
        read = Optional.of(file);
        return new ConfigurationDump(file.dump().toArray())
                .site(
                        file.included(),
                        file.real(),
                        file.bytes().toArray(),
                        boxes,
                        link.settings().publicHost())
                .withHeldPorts(file.held());
    }

    /**
     * Applies the change.
     *
     * @throws dev.monsh.failure.PartialException where nginx runs with it, and a port of it does not answer
     * @see GatewayTransaction#apply
     */
    @Override
    public List<String> apply(MappingChange change) {
        GatewayFile file = read.orElseThrow(
                () -> new ConflictException("change " + link.path(), "the file has not been read yet"));
        GatewaySite after = change.before().with(change.after());
        ChangePlan plan = ChangePlan.of(
                        file, Bytes.of(change.after().bytes()), SitePorts.claims(after), change.summary())
                .with(change.login().map(LoginChange::file));
        ApplyOutcome.Applied applied = link.transaction().apply(plan);
        List<CheckedPort> changed = changed(change, after);
        String host = link.settings()
                .publicHost()
                .or(after::publicName)
                .orElse(link.settings().host());
        if (change.readOnly()) {
            requireRefusals(after, host, applied);
        }
        PublicPorts ports = new PublicPorts(outside, host, link.host().probe());
        ports.require(changed);
        change.login()
                .ifPresent(login -> ports.requireLogin(
                        inClearText(changed, after), login.login().credentials()));
        String done = "nginx runs with it; this is change " + applied.id();
        return List.of(changed.isEmpty() ? done : done + ", and " + host + " answers on " + ports(changed));
    }

    /** A port that lets a write through although the configuration says otherwise is not left so. */
    private void requireRefusals(GatewaySite after, String host, ApplyOutcome.Applied applied) {
        WriteProof proof = new WriteProof(outside, host);
        List<CheckedPort> ports = after.mappings().stream()
                .filter(each -> each.protocol() == Protocol.HTTP
                        && each.file().equals(after.file().name()))
                .map(CheckedPort::of)
                .distinct()
                .toList();
        for (CheckedPort port : ports) {
            Optional<String> open = proof.open(port);
            if (open.isPresent()) {
                GatewayFile now = link.transaction().read(link.path()).file();
                link.transaction()
                        .apply(link.transaction().rollback(now, Optional.of(applied.id()), SitePorts::claims));
                throw new RejectedException(
                        "gateway " + host,
                        "port " + port.port() + ": " + open.get() + "; the change was reverted",
                        new GatewayNextStep.Audit());
            }
        }
    }

    @Override
    public Optional<PasswordFile> passwordFile(Optional<String> path) {
        return Optional.of(link.transaction().passwordFile(path.orElseGet(this::ownPasswordFile)));
    }

    private String ownPasswordFile() {
        String main = read.flatMap(file -> new ConfigurationDump(file.dump().toArray()).mainFile())
                .filter(file -> file.startsWith("/"))
                .orElse("/etc/nginx/nginx.conf");
        return main.substring(0, main.lastIndexOf('/') + 1) + "monsh.htpasswd";
    }

    @Override
    public List<MappingState> asked(List<PortMapping> mappings, Duration limit) {
        return new TargetStates(link.host().probe()).of(mappings, limit);
    }

    @Override
    public Optional<String> tailscaleStatus() {
        return link.transaction().tailscaleStatus();
    }

    private static List<CheckedPort> changed(MappingChange change, GatewaySite after) {
        return after.mappings().stream()
                .filter(mapping -> change.ports().contains(mapping.publicPort()))
                .map(CheckedPort::of)
                .distinct()
                .toList();
    }

    private static List<CheckedPort> inClearText(List<CheckedPort> changed, GatewaySite after) {
        List<Integer> encrypted = after.mappings().stream()
                .filter(PortMapping::encrypts)
                .map(PortMapping::publicPort)
                .toList();
        return changed.stream().filter(port -> !encrypted.contains(port.port())).toList();
    }

    private static String ports(List<CheckedPort> ports) {
        return String.join(
                " and ",
                ports.stream()
                        .map(port -> String.valueOf(port.port()))
                        .distinct()
                        .toList());
    }

    @Override
    public void close() {
        link.close();
    }
}
