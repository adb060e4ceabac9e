import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers like Prometheus, Loki and a Docker engine while the build trains the AOT cache. Arguments: a file for its port,
 * written when it is ready; the engine's socket; the folder of the engine's stack.
 */
public class TrainingServer {

    private static final String VECTOR =
            """
            {"status":"success","data":{"resultType":"vector","result":[
            {"metric":{"__name__":"up","job":"a","instance":"b:1"},"value":[1795343400.123,"1"]},
            {"metric":{"__name__":"up","job":"c"},"value":[1795343400.123,"0.25"]}]},"warnings":["w"],"infos":["i"]}""";

    private static final String MATRIX =
            """
            {"status":"success","data":{"resultType":"matrix","result":[
            {"metric":{"groupname":"a"},"values":[[1795343400,"1"],[1795343415,"2.5"],[1795343430,"NaN"]]},
            {"metric":{"groupname":"b"},"values":[[1795343400,"3"],[1795343415,"4"]],"histograms":[]}]}}""";

    private static final String SCALAR =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795343400,\"1\"]}}";
    private static final String NAMES = "{\"status\":\"success\",\"data\":[\"__name__\",\"groupname\",\"job\"]}";
    /** Lines with the time as their seconds, which must lie in the range that is asked for. */
    private static final String STREAMS =
            """
            {"status":"success","data":{"resultType":"streams","result":[
            {"stream":{"service":"a","job":"b"},"values":[["@000000001","one"],["@000000000","ERROR two"]]},
            {"stream":{"service":"c"},"values":[["@000000000","three\\u001b[31m"]]}],"stats":{}}}""";

    private static final String SERIES = "{\"status\":\"success\",\"data\":[{\"service\":\"a\",\"job\":\"b\"}]}";
    private static final String ERROR =
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:3: parse error: unexpected end\"}";

    /** The engine's socket; every request has a connection of its own. */
    private static void serveEngine(Path socket, String stack, int port) throws Exception {
        ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        engine.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try (SocketChannel channel = engine.accept()) {
                    ByteBuffer request = ByteBuffer.allocate(1 << 16);
                    channel.read(request);
                    String path = new String(request.array(), 4, request.position() - 4).split(" ")[0];
                    String answer = "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"
                            + engineAnswer(path, stack, port);
                    channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private static String engineAnswer(String path, String stack, int port) {
        if (path.equals("/_ping")) {
            return "OK";
        }
        if (path.startsWith("/containers/json")) {
            String listed =
                    """
                    {"Id":"@","Labels":{"com.docker.compose.service":"@","com.docker.compose.oneoff":"False",
                    "com.docker.compose.project.working_dir":"STACK"}}""";
            return ("[" + listed.replace("@", "prometheus") + "," + listed.replace("@", "loki") + "]")
                    .replace("STACK", stack);
        }
        boolean loki = path.contains("loki");
        return """
                {"Id":"@","Name":"/@","RestartCount":0,"Image":"sha256:1","State":{"Status":"running","Pid":PID,
                "StartedAt":"2026-11-22T10:30:00.123456789Z"},"Config":{"Image":"@:1","Cmd":["a"],"Labels":{
                "com.docker.compose.service":"@"}},"NetworkSettings":{"Ports":{"INSIDE/tcp":[
                {"HostIp":"127.0.0.1","HostPort":"PORT"}]}}}"""
                .replace("@", loki ? "loki" : "prometheus")
                .replace("PID", Long.toString(ProcessHandle.current().pid()))
                .replace("INSIDE", loki ? "3100" : "9090")
                .replace("PORT", Integer.toString(port));
    }

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            // Loki is asked by GET
            form += String.valueOf(exchange.getRequestURI().getQuery());
            int status = form.contains("query=bad") ? 400 : 200;
            String body = status == 400
                    ? ERROR
                    : path.endsWith("/query_range")
                            ? (path.contains("/loki/") && !form.contains("rate") ? STREAMS : MATRIX)
                            : form.contains("vector") ? SCALAR : path.endsWith("/query") ? VECTOR : NAMES;
            if (path.endsWith("/series")) {
                body = SERIES;
            }
            String now = Long.toString(System.currentTimeMillis() / 1000 - 5);
            byte[] bytes = body.replace("@", now).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        serveEngine(Path.of(arguments[1]), arguments[2], server.getAddress().getPort());
        Path port = Path.of(arguments[0]);
        Path beside = port.resolveSibling(port.getFileName() + ".new");
        Files.writeString(beside, Integer.toString(server.getAddress().getPort()));
        Files.move(beside, port);
        // ends with its parent, which holds our standard input open
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
