package dev.monsh.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.pattern.Language;
import dev.monsh.gateway.site.Exposure;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServicePaths;
import dev.monsh.gateway.site.Sites;
import dev.monsh.testing.RealNginx;
import dev.monsh.testing.gateway.RecordingUpstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model beside the real nginx: random servers and random requests, with an upstream that records what reaches it. The
 * system properties {@code monsh.flow.servers} and {@code monsh.flow.seed} make it a longer run, and another one.
 */
class RequestFlowIT {

    private static final long SEED = Long.getLong("monsh.flow.seed", 20_261_128);
    private static final int SERVERS = Integer.getInteger("monsh.flow.servers", 40);
    private static final int REQUESTS = 30;

    private static final List<String> PATHS = List.of(
            "/loki/api/v1/push",
            "/loki/api/v1/query",
            "/loki/api/v1/labels",
            "/ready",
            "/x/loki/api/v1/push",
            "/box1/loki/api/v1/push",
            "/write",
            "/config",
            "/flush",
            "/ingester/shutdown",
            "/x/ready",
            "/x",
            "/box1",
            "/loki/api/v1/label/a%2Fb/values",
            "/loki//api/v1/push",
            "/x/../loki/api/v1/push",
            "/loki/api/v1/%70ush",
            "/loki/api/v1/query/../push",
            "/api/v1/write",
            "/LOKI/api/v1/push",
            "/loki/api/v1/query?a=1",
            "/loki/api/v1/push?a=1",
            "/x/y/z",
            "/api/prom/push",
            "/",
            "/50x.html",
            "/box2/push",
            "/loki/push",
            "/x/config",
            "/loki/api/v1/label/x/values",
            "/a.php",
            "/loki/",
            "/api/v1/query");
    private static final List<String> METHODS = List.of("GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "FOO");

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int number;
    private int closed;
    private int open;
    private int openAndArrived;
    private int undecided;

    /** Every request goes to a port of loopback; the upstream's own is made for each test. */
    private RecordingUpstream upstream;

    @BeforeEach
    void start() throws IOException {
        upstream = new RecordingUpstream();
    }

    @AfterEach
    void stop() throws IOException {
        upstream.close();
    }

    @Test
    void whatIsCalledClosedNeverReachesTheUpstream() throws Exception {
        Random random = new Random(SEED);
        RandomServers servers = new RandomServers(random, "127.0.0.1:" + upstream.port());
        List<String> bodies =
                IntStream.range(0, SERVERS).mapToObj(i -> servers.body()).toList();

        serve(bodies, port -> {
            for (int i = 0; i < bodies.size(); i++) {
                for (int k = 0; k < REQUESTS; k++) {
                    judge(random, port, i, bodies.get(i));
                }
                judgeWhole(bodies.get(i), i);
            }
        });

        System.out.println("requests " + number + ": closed " + closed + ", open " + open + " (arrived "
                + openAndArrived + "), undecided " + undecided + ", wrong " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(closed).isGreaterThan(number / 5);
        assertThat(missing).as("called open, and stopped all the same").isEmpty();
    }

    private final List<List<String>> arrived = new ArrayList<>();

    private void judge(Random random, int port, int server, String body) throws IOException {
        String line = PATHS.get(random.nextInt(PATHS.size()));
        String method = METHODS.get(random.nextInt(METHODS.size()));
        int id = ++number;
        send(port, "s" + server, method, line, id);
        List<String> seen = upstream.seen(id);
        while (arrived.size() <= server) {
            arrived.add(new ArrayList<>());
        }
        arrived.get(server).addAll(seen);
        List<Arrival> arrivals =
                RequestFlow.arrivals(chain(body), Requests.of(method, Paths.normalised(line), line)).stream()
                        .filter(each -> !each.paths().isEmpty())
                        .toList();
        String what = method + " " + line + " to { " + body + "}: ";
        if (arrivals.isEmpty()) {
            closed++;
            if (!seen.isEmpty()) {
                wrong.add(what + "called closed, and the upstream saw " + seen);
            }
        } else if (arrivals.stream().anyMatch(each -> each.doubt().isEmpty())) {
            open++;
            if (seen.isEmpty()) {
                missing.add(what);
            }
            openAndArrived += seen.isEmpty() ? 0 : 1;
        } else {
            undecided++;
        }
        for (String each : seen) {
            String sent = withoutArguments(each.substring(each.indexOf(' ') + 1));
            String path = Paths.normalised(sent);
            if (!arrivals.isEmpty()
                    && arrivals.stream()
                            .noneMatch(arrival -> arrival.paths().contains(path)
                                    || arrival.paths().contains(sent))) {
                wrong.add(what + "the upstream saw " + each + ", another path than foreseen");
            }
        }
    }

    private static String withoutArguments(String path) {
        return path.replaceAll("\\?.*", "");
    }

    /** A server that is called closed as a whole lets nothing but reading through. */
    private void judgeWhole(String body, int server) {
        ServerBlock block =
                Sites.of("server { listen 1; " + body + "}").servers().getFirst();
        boolean allClosed = block.targets().stream()
                .allMatch(target -> Exposure.of(block, target, Optional.of(Server.LOKI)) instanceof Exposure.Closed);
        if (allClosed) {
            for (String each : arrived.get(server)) {
                if (!isReading(each)) {
                    wrong.add("{ " + body + "} is called closed, and the upstream saw " + each);
                }
            }
        }
    }

    private static boolean isReading(String seen) {
        String path = Paths.normalised(seen.substring(seen.indexOf(' ') + 1));
        return Language.matching(ServicePaths.of(Optional.of(Server.LOKI)).location(false), true)
                .orElseThrow()
                .contains(path);
    }

    @Test
    void whatWasHardenedLetsNothingButReadingThrough() throws Exception {
        Random random = new Random(SEED + 1);
        RandomServers servers = new RandomServers(random, "127.0.0.1:" + upstream.port());
        List<String> bodies = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < SERVERS; i++) {
            GatewaySite site = Sites.of("# Loki\nserver { listen 1; server_name loki; " + servers.body() + "}");
            try {
                bodies.add(body(Hardening.of(site, HardenOptions.NONE).after()));
            } catch (ConflictException e) {
                refused++;
            }
        }
        int conflicts = refused;
        serve(bodies, port -> {
            for (int i = 0; i < bodies.size(); i++) {
                for (int k = 0; k < REQUESTS; k++) {
                    int id = ++number;
                    String line = PATHS.get(random.nextInt(PATHS.size()));
                    String method = METHODS.get(random.nextInt(METHODS.size()));
                    send(port, "s" + i, method, line, id);
                    for (String each : upstream.seen(id)) {
                        open++;
                        if (!isReading(each)) {
                            wrong.add(method + " " + line + " to { " + bodies.get(i) + "}: the upstream saw " + each);
                        }
                    }
                }
            }
        });
        System.out.println("hardened " + bodies.size() + ", refused to harden " + conflicts + ", requests " + number
                + ", arrived " + open + ", wrong " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(bodies).hasSizeGreaterThan(SERVERS / 2);
        assertThat(open).isPositive();
    }

    /** Returns what the server named loki has, but for where it listens. */
    private static String body(NginxFile file) {
        Directive server = file.root()
                .named("server")
                .filter(each -> each.children().stream().anyMatch(name -> name.is("server_name")))
                .findFirst()
                .orElseThrow();
        StringBuilder body = new StringBuilder();
        server.children().stream()
                .filter(each -> !each.is("listen") && !each.is("server_name"))
                .forEach(each -> body.append(file.text(each)).append(' '));
        return body.toString().replace("$monsh_connection", "\"\"");
    }

    private static List<Directive> chain(String body) {
        return Sites.of("server { listen 1; " + body + "}").servers().getFirst().chain();
    }

    private interface Requesting {
        void run(int port) throws IOException;
    }

    private void serve(List<String> bodies, Requesting requesting) throws Exception {
        int port = freePort();
        StringBuilder text =
                new StringBuilder("http { server_names_hash_bucket_size 128; upstream group { server 127.0.0.1:"
                        + upstream.port() + "; } root " + Files.createDirectories(folder.resolve("empty")) + "; ");
        for (int i = 0; i < bodies.size(); i++) {
            text.append("server { listen 127.0.0.1:")
                    .append(port)
                    .append("; server_name s")
                    .append(i)
                    .append("; ")
                    .append(bodies.get(i))
                    .append("}\n");
        }
        text.append("}\n");
        RealNginx nginx = RealNginx.in(folder);
        assertThat(nginx.test(text.toString()).complaint()).isEmpty();
        Process running = nginx.run(text.toString());
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> listens(port));
            requesting.run(port);
        } finally {
            running.destroy();
            running.waitFor();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a request and waits for the end of its answer. */
    private static void send(int port, String host, String method, String line, int number) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write((method + " " + line + " HTTP/1.1\r\nHost: " + host + "\r\nX-Request: " + number
                                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Paths as nginx compares them (ngx_http_parse_complex_uri). */
    private static final class Paths {

        static String normalised(String line) {
            String path = line.replaceAll("[?#].*", "");
            StringBuilder decoded = new StringBuilder();
            for (int i = 0; i < path.length(); i++) {
                if (path.charAt(i) == '%') {
                    decoded.append((char) Integer.parseInt(path.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    decoded.append(path.charAt(i));
                }
            }
            List<String> kept = new ArrayList<>();
            String[] segments = decoded.substring(1).split("/", -1);
            for (int i = 0; i < segments.length; i++) {
                boolean last = i == segments.length - 1;
                if (segments[i].equals("..")) {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                    if (last) {
                        kept.add("");
                    }
                } else if (segments[i].equals(".") || segments[i].isEmpty()) {
                    if (last) {
                        kept.add("");
                    }
                } else {
                    kept.add(segments[i]);
                }
            }
            return "/" + String.join("/", kept);
        }
    }
}
