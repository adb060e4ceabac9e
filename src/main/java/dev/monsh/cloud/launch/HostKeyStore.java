package dev.monsh.cloud.launch;

import java.util.List;

/** The host keys that SSH on this machine accepts: known_hosts. */
public interface HostKeyStore {

    /** Returns the keys that are accepted of a host. */
    List<HostKey> known(String host);

    /**
     * Adds keys of a host behind what is there.
     *
     * @throws dev.monsh.failure.RefusedException where the file can't be written
     */
    void add(String host, List<HostKey> keys);
}
