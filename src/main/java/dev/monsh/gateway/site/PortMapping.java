package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.PortRange;
import java.util.List;
import java.util.Optional;

/**
 * A public port of the gateway and the server of a box that answers on it.
 *
 * @param ports mostly one
 * @param box the box whose Tailscale address the target is, else the one that monsh's comment names
 * @param service by the target's port, else by a comment
 * @param upgradesWebSockets whether live tail can pass
 * @param allowlists whether what is not needed for reading is refused
 * @param authenticates whether a password, a certificate or another server decides who may ask
 * @param restrictsAddresses whether only some client addresses may ask
 * @param encrypts whether the port speaks TLS
 * @param names the parameters of the block's {@code server_name}
 * @param file as the user knows it
 * @param line of the server block, counted from 1
 */
public record PortMapping(
        PortRange ports,
        Protocol protocol,
        Optional<String> box,
        Optional<Server> service,
        Target target,
        boolean upgradesWebSockets,
        boolean allowlists,
        boolean authenticates,
        boolean restrictsAddresses,
        boolean encrypts,
        List<String> names,
        String file,
        int line) {

    public PortMapping {
        names = List.copyOf(names);
    }

    /** Returns the port, or the first of several. */
    public int publicPort() {
        return ports.first();
    }

    /** Returns the service's name, or the empty string where it is not known. */
    public String serviceTitle() {
        return service.map(Server::title).orElse("");
    }
}
