package dev.monsh.cloud;

/**
 * A public port that the gateway's nginx answers on.
 *
 * @param first of the mapping's ports; mostly the only one
 * @param last of the mapping's ports
 * @param label what it serves, for instance {@code Prometheus of aibox-2}
 */
public record ServedPort(int first, int last, String label) {

    /** Tells whether a port is one of it. */
    public boolean covers(int port) {
        return first <= port && port <= last;
    }
}
