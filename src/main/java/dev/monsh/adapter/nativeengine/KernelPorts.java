package dev.monsh.adapter.nativeengine;

import dev.monsh.os.TcpListener;
import dev.monsh.os.TcpListeners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;

/** The ports of 127.0.0.1 as the kernel shows them. */
final class KernelPorts implements PortOwnership {

    private static final int CONNECT_MILLIS = 200;

    private final TcpListeners listeners = new TcpListeners(Path.of("/proc"));

    /** The descriptors of a program with capabilities cannot be read; it owns what no process in sight does. */
    @Override
    public boolean owns(long pid, int port) {
        return listeners
                        .find(port)
                        .filter(found -> found.pid().map(owner -> owner == pid).orElse(!listeners.sees(pid)))
                        .isPresent()
                || listeners.listens(pid, port);
    }

    @Override
    public Optional<String> owner(int port) {
        return listeners.find(port).map(TcpListener::words).or(() -> answering(port));
    }

    /** A container's published port can be redirected by the kernel without anybody listening on it. */
    private static Optional<String> answering(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_MILLIS);
            return Optional.of("a container or another program that cannot be seen");
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
