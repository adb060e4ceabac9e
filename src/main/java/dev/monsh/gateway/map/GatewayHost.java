package dev.monsh.gateway.map;

import dev.monsh.failure.MonshException;
import dev.monsh.gateway.PasswordFile;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the file with the mappings lies: on this machine, or on the gateway. */
public interface GatewayHost extends AutoCloseable {

    /**
     * Reads the file, and what else is known of the configuration that it belongs to.
     *
     * @throws dev.monsh.failure.ConfigurationException where nginx could not read the file
     */
    GatewaySite read();

    /**
     * Reads the file to show it, also where nginx rejects it or does not run.
     *
     * @param trouble takes what keeps the file from being changed, where there is something
     */
    default GatewaySite look(Consumer<MonshException> trouble) {
        return read();
    }

    /** Reads the file as {@link #read} does, where there is none yet an empty one: the change of it makes the file. */
    default GatewaySite readOrNew() {
        return read();
    }

    /**
     * Puts a change in place; the file must still be the one that was read.
     *
     * @return what there is to tell the user, a line each
     * @throws dev.monsh.failure.ConflictException where the file was changed meanwhile
     */
    List<String> apply(MappingChange change);

    /**
     * Reads a password file of nginx there; empty where there is only a file of this machine, and no nginx.
     *
     * @param path an absolute path; empty for monsh's own, beside nginx's main file
     */
    default Optional<PasswordFile> passwordFile(Optional<String> path) {
        return Optional.empty();
    }

    /**
     * Asks what the mappings lead to from where nginx is, all at once. Never fails.
     *
     * @param limit how long answers are waited for, all together
     * @return a state for each mapping, in their order; where there is no network, nobody was asked
     */
    default List<MappingState> asked(List<PortMapping> mappings, Duration limit) {
        return mappings.stream().map(MappingState::unasked).toList();
    }

    /**
     * Returns what {@code tailscale status --json} prints there; empty where there is no Tailscale, or nothing is to be asked.
     *
     * @throws dev.monsh.failure.UnreachableException where the program fails
     */
    default Optional<String> tailscaleStatus() {
        return Optional.empty();
    }

    /** Ends the connection, where there is one. */
    @Override
    void close();
}
