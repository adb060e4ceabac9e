package dev.monsh.testing.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Free ports of loopback, none of them twice. */
public final class LabPorts {

    private final Set<Integer> given = new HashSet<>();
    private int next = 21_000 + (int) (ProcessHandle.current().pid() % 400) * 20;

    public int free() {
        while (true) {
            int port = next++;
            try (ServerSocket any = new ServerSocket(port);
                    ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (any.getLocalPort() != loopback.getLocalPort() && given.add(port)) {
                    return port;
                }
            } catch (IOException e) {
                if (next > 60_000) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
