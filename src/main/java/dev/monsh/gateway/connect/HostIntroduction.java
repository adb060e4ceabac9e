package dev.monsh.gateway.connect;

import dev.monsh.box.GatewaySettings;
import java.util.Optional;

/** Gets to know the keys of machines before anybody logs in. */
public interface HostIntroduction {

    /**
     * Connects, looks at the key, and does not log in to the gateway; to a jump host on the way it does.
     *
     * @return the first machine on the way whose key is not known; empty where all are
     * @throws dev.monsh.failure.RefusedException where a key is another one than the known one, or revoked
     * @throws dev.monsh.failure.UnreachableException where a machine can't be reached
     */
    Optional<UnknownHost> stranger(GatewaySettings settings);

    /**
     * Adds the key to known_hosts. The next connection is refused where the machine shows another one.
     *
     * @throws dev.monsh.failure.RefusedException where the file can't be written
     */
    void trust(UnknownHost host);
}
