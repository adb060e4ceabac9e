import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers like Prometheus while the build trains the AOT cache. Arguments: a file for its port, written when it is ready. */
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
    private static final String STREAMS =
            """
            {"status":"success","data":{"resultType":"streams","result":[
            {"stream":{"service":"a","job":"b"},"values":[["1795343400000000001","one"],["1795343400000000000","ERROR two"]]},
            {"stream":{"service":"c"},"values":[["1795343399000000000","three\\u001b[31m"]]}],"stats":{}}}""";
    private static final String ERROR =
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:3: parse error: unexpected end\"}";

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
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        Path port = Path.of(arguments[0]);
        Path beside = port.resolveSibling(port.getFileName() + ".new");
        Files.writeString(beside, Integer.toString(server.getAddress().getPort()));
        Files.move(beside, port);
        // ends with its parent, which holds our standard input open
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
