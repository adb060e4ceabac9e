package dev.monsh.adapter.docker.container;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.json.JsonTree;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The socket of an engine on this machine. A request is one GET of HTTP/1.0, whose answer ends with the connection; no HTTP
 * client of the JDK or of OkHttp speaks over a Unix socket.
 */
record EngineSocket(Path path, Duration timeout) {

    private static final Path USUAL = Path.of("/var/run/docker.sock");
    private static final String UNIX = "unix://";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** An answer: its status and its body. */
    record Answer(int status, String body) {

        JsonTree json() {
            return Containers.parse(body);
        }
    }

    /**
     * Returns the socket that the docker program would use, where it would use one: {@code DOCKER_HOST}, else the usual one
     * unless a context is chosen (docs.docker.com, "Docker contexts").
     */
    static Optional<EngineSocket> of(Map<String, String> environment, Duration timeout) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (host.startsWith(UNIX)) {
            return Optional.of(new EngineSocket(Path.of(host.substring(UNIX.length())), timeout));
        }
        boolean context = environment.containsKey("DOCKER_CONTEXT") || hasContext(environment);
        return host.isEmpty() && !context && Files.exists(USUAL)
                ? Optional.of(new EngineSocket(USUAL, timeout))
                : Optional.empty();
    }

    private static boolean hasContext(Map<String, String> environment) {
        Path folder = environment.containsKey("DOCKER_CONFIG")
                ? Path.of(environment.get("DOCKER_CONFIG"))
                : Path.of(environment.getOrDefault("HOME", "/"), ".docker");
        try {
            return Files.readString(folder.resolve("config.json")).contains("\"currentContext\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a GET; an answer of 404 is one, any other failure is thrown. */
    Answer get(String target) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            Thread guard = Thread.ofPlatform().daemon().start(() -> closeLater(channel));
            try {
                String request = "GET " + target + " HTTP/1.0\r\nHost: docker\r\n\r\n";
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                return answer(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                guard.interrupt();
            }
        } catch (ClosedByInterruptException e) {
            throw new InterruptedByUserException(UNIX + path, "interrupted", null, e);
        } catch (ClosedChannelException e) {
            throw new TimedOutException(
                    UNIX + path,
                    "the Docker engine did not answer within " + timeout.toMillis() / 1000.0 + " s",
                    null,
                    e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** A read from a channel has no time limit of its own. */
    private void closeLater(SocketChannel channel) {
        try (channel) {
            Thread.sleep(timeout);
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(String text) {
        int head = text.indexOf("\r\n\r\n");
        String[] words = text.split(" ", 3);
        if (head < 0 || words.length < 3 || !words[0].startsWith("HTTP/")) {
            throw new UnreachableException(UNIX + path, "what answers there isn't a Docker engine");
        }
        int status = Integer.parseInt(words[1]);
        String body = text.substring(head + 4);
        if (status != OK && status != NOT_FOUND) {
            throw new RejectedException(UNIX + path, status + " " + body.strip());
        }
        return new Answer(status, body);
    }

    private RuntimeException failure(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("permission denied")) {
            return new RefusedException(
                    UNIX + path,
                    "this user may not use the Docker engine",
                    new NextStep.Text("sudo usermod -aG docker $USER"),
                    e);
        }
        return new UnreachableException(
                UNIX + path, "no Docker engine answers there", new NextStep.Text("sudo systemctl start docker"), e);
    }
}
