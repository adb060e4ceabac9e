package dev.monsh.adapter.nativeengine;

import dev.monsh.failure.ConflictException;
import dev.monsh.stack.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Chooses TCP ports on 127.0.0.1 that nobody listens on. They are free when chosen, not for ever. */
final class FreePorts {

    private final PortOwnership ports = new KernelPorts();
    private final InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");

    /** Returns a port for each service: the usual one where that is free, else any free one, each another. */
    Map<Service, Integer> choose(Collection<Service> services) {
        Map<Service, Integer> chosen = new EnumMap<>(Service.class);
        for (Service service : services) {
            int port = service.usualPort();
            while (!isFree(port) || chosen.containsValue(port)) {
                port = anyFree();
            }
            chosen.put(service, port);
        }
        return chosen;
    }

    private boolean isFree(int port) {
        return canBind(port) && ports.owner(port).isEmpty();
    }

    private boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ConflictException("127.0.0.1", "no free TCP port: " + e.getMessage(), null, e);
        }
    }
}
