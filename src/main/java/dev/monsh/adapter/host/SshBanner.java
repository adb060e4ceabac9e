package dev.monsh.adapter.host;

import dev.monsh.cloud.launch.SshProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the line by which an SSH server introduces itself (RFC 4253, 4.2). */
public final class SshBanner implements SshProbe {

    private static final int PORT = 22;
    private static final int PATIENCE_MILLIS = 4_000;
    private static final byte[] BEGINNING = "SSH-".getBytes(StandardCharsets.US_ASCII);

    private final int port;

    /** Asks the usual port. */
    public SshBanner() {
        this(PORT);
    }

    SshBanner(int port) {
        this.port = port;
    }

    @Override
    public boolean answers(String host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return Arrays.equals(BEGINNING, socket.getInputStream().readNBytes(BEGINNING.length));
        } catch (IOException e) {
            return false;
        }
    }
}
