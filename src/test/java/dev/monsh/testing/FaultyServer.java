package dev.monsh.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An HTTP server on a loopback port that answers every request in one way, however wrong, and remembers what it was asked. */
public final class FaultyServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** What is done with a request; the connection is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        /** Answers on the socket, or not. */
        void answer(Asked asked, Socket socket) throws IOException, InterruptedException;
    }

    /**
     * A request.
     *
     * @param head request line and headers
     */
    public record Asked(String head, String body) {

        /** Returns a header's value; empty where it was not sent. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }

        /** Returns all values of a parameter, of the query string or of the form. */
        public List<String> parameters(String name) {
            String target = head.split(" ", 3)[1];
            String query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
            return Stream.of(query, body)
                    .flatMap(text -> Stream.of(text.split("&")))
                    .map(pair -> (pair + "=").split("=", 3))
                    .filter(pair -> decoded(pair[0]).equals(name))
                    .map(pair -> decoded(pair[1]))
                    .toList();
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    private FaultyServer(Behaviour behaviour) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behaviour = behaviour;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Starts a server. */
    public static FaultyServer that(Behaviour behaviour) {
        try {
            return new FaultyServer(behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Returns the requests so far. */
    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Asked request = read(new BufferedInputStream(socket.getInputStream()));
            if (!request.head().isEmpty()) {
                asked.add(request);
                behaviour.answer(request, socket);
            }
        } catch (IOException e) {
            // the program has gone, which is what some tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return new Asked("", "");
            }
            head.append((char) c);
        }
        String length = new Asked(head.toString(), "").header("Content-Length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Asked(head.toString(), new String(body, StandardCharsets.UTF_8));
    }

    /** An answer with a status line, a type and a body of its true length. */
    public static Behaviour answering(String status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return answeringWithLength(status, type, body, bytes.length);
    }

    /** The answer of an API with this JSON. */
    public static Behaviour answeringJson(String json) {
        return answering("200 OK", "application/json", json);
    }

    /** The answer of an API whose {@code data} is an empty vector. */
    public static Behaviour answeringNothing() {
        return answeringJson("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
    }

    /** An answer whose Content-Length need not be that of its body. */
    public static Behaviour answeringWithLength(String status, String type, String body, long length) {
        return (asked, socket) -> write(
                socket,
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** A chunked answer without its last chunk. */
    public static Behaviour cuttingChunksBehind(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return (asked, socket) -> write(
                socket,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(length) + "\r\n" + body + "\r\n");
    }

    /** No answer for a minute, which no test waits for. */
    public static Behaviour waiting() {
        return (asked, socket) -> Thread.sleep(60_000);
    }

    /** The connection ends without an answer. */
    public static Behaviour hangingUp() {
        return (asked, socket) -> {};
    }

    /** The connection is reset. */
    public static Behaviour resetting() {
        return (asked, socket) -> socket.setSoLinger(true, 0);
    }

    /** Refuses whoever has not this header, and else does as the other. */
    public static Behaviour demanding(String authorization, Behaviour then) {
        return (asked, socket) -> {
            boolean right = asked.header("Authorization").equals(authorization);
            (right ? then : answering("401 Unauthorized", "text/plain", "no\n")).answer(asked, socket);
        };
    }

    private static void write(Socket socket, String answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
