package dev.monsh.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers every connection with the same bytes and closes it: for answers that no HTTP server would give. */
public final class RawServer implements Closeable {

    private final ServerSocket socket;
    private final boolean listens;

    private RawServer(ServerSocket socket, boolean listens) {
        this.socket = socket;
        this.listens = listens;
    }

    /** Returns one that reads a request before it answers. */
    public static RawServer answering(String bytes) throws IOException {
        return start(bytes, true);
    }

    /** Returns one that speaks first. */
    public static RawServer greeting(String bytes) throws IOException {
        return start(bytes, false);
    }

    private static RawServer start(String bytes, boolean listens) throws IOException {
        RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), listens);
        Thread.ofVirtual().start(() -> server.serve(bytes.getBytes(StandardCharsets.UTF_8)));
        return server;
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve(byte[] answer) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                if (listens) {
                    readRequest(client.getInputStream());
                }
                OutputStream out = client.getOutputStream();
                out.write(answer);
                out.flush();
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the test is over, or the client has gone
            }
        }
    }

    /** Reads all of the request, so that closing does not reset the connection. */
    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            head.append((char) c);
        }
        for (String line : head.toString().split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
