package dev.monsh.testing.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that answers every request with 200, and remembers it by the number in its {@code X-Request}. */
public final class RecordingUpstream implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("(?mi)^X-Request: (\\d+)\\r\\n");

    private final ServerSocket socket;
    private final Map<Integer, List<String>> seen = new ConcurrentHashMap<>();

    public RecordingUpstream() throws IOException {
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Returns the request lines that came under a number, without the protocol. */
    public List<String> seen(int number) {
        return List.copyOf(seen.getOrDefault(number, List.of()));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(Socket client) {
        try (client) {
            client.setSoTimeout(5000);
            String head = head(new BufferedInputStream(client.getInputStream()));
            Matcher number = NUMBER.matcher(head);
            if (number.find()) {
                String line = head.substring(0, head.indexOf('\r'));
                seen.computeIfAbsent(Integer.valueOf(number.group(1)), key -> new CopyOnWriteArrayList<>())
                        .add(line.substring(0, line.lastIndexOf(' ')));
            }
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.write(c);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
