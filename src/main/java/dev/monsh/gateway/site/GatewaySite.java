package dev.monsh.gateway.site;

import dev.monsh.box.Box;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file with the mappings, and what is known around it.
 *
 * @param file the one that is edited
 * @param rest the other files of the same configuration, whose ports count as well; empty where only a file is at hand
 * @param position how many of them nginx reads before the file
 * @param boxes those of the configuration, which name the targets
 * @param publicHost the name or address under which Grafana reaches the gateway
 * @param heldPorts those that other programs of its machine listen on
 * @param seen what was judged already, also before a change of the file
 */
public record GatewaySite(
        NginxFile file,
        List<NginxFile> rest,
        int position,
        List<Box> boxes,
        Optional<String> publicHost,
        Set<Integer> heldPorts,
        SeenExposures seen) {

    public GatewaySite {
        rest = List.copyOf(rest);
        boxes = List.copyOf(boxes);
        heldPorts = Set.copyOf(heldPorts);
    }

    /** A site whose machine is not known. */
    public GatewaySite(NginxFile file, List<NginxFile> rest, List<Box> boxes, Optional<String> publicHost) {
        this(file, rest, rest.size(), boxes, publicHost, Set.of());
    }

    /** A site of which nothing was judged yet. */
    public GatewaySite(
            NginxFile file,
            List<NginxFile> rest,
            int position,
            List<Box> boxes,
            Optional<String> publicHost,
            Set<Integer> heldPorts) {
        this(file, rest, position, boxes, publicHost, heldPorts, new SeenExposures());
    }

    /** Returns the same with the ports that other programs have. */
    public GatewaySite withHeldPorts(Set<Integer> held) {
        return new GatewaySite(file, rest, position, boxes, publicHost, held, seen);
    }

    /** Returns the name or address under which clients know the gateway: the configured one, else one of the file. */
    public Optional<String> publicName() {
        return new ServerNames(this).ofGateway();
    }

    /** Returns the same with the file after a change. */
    public GatewaySite with(NginxFile changed) {
        return new GatewaySite(changed, rest, position, boxes, publicHost, heldPorts, seen);
    }

    /** Returns the mappings in the order in which nginx reads them. */
    public List<PortMapping> mappings() {
        return new MappingReader(new MappingLabel(boxes), seen, unread().isEmpty()).mappings(servers());
    }

    /** Returns where the servers of the edited file listen, each once; of ranges the first and the last port. */
    public List<ListenAddress> listens() {
        return ownServers().stream()
                .flatMap(server -> server.listens().stream())
                .flatMap(listen -> Stream.of(
                        new ListenAddress(listen.address(), listen.ports().first()),
                        new ListenAddress(listen.address(), listen.ports().last())))
                .distinct()
                .toList();
    }

    /** Returns the servers of all files in the order in which nginx reads them. */
    public List<ServerBlock> servers() {
        return ServerReader.read(files());
    }

    /** Returns the includes around the servers whose files are not at hand. */
    public List<UnreadInclude> unread() {
        return UnreadInclude.in(files());
    }

    private List<NginxFile> files() {
        List<NginxFile> files = new ArrayList<>(rest);
        files.add(position, file);
        return files;
    }

    /** Returns the servers of the file that is edited. */
    public List<ServerBlock> ownServers() {
        return servers().stream().filter(this::isOwn).toList();
    }

    public boolean isOwn(ServerBlock server) {
        return server.file() == file;
    }
}
