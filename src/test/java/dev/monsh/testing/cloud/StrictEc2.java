package dev.monsh.testing.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.monsh.cloud.Cidr;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * EC2 as monsh meets it in tests: every call goes on to moto, but what moto takes and AWS does not is refused here. AWS
 * makes blocks of addresses canonical, takes one launch for a client token, deletes no group and releases no address that
 * is in use. The Canonical parameter of SSM and the console's output are answered here, since moto has neither.
 */
public final class StrictEc2 implements AutoCloseable {

    /** What happens to a call before or after moto gets it. */
    public interface Intervention {

        /** Called before moto gets the call; an answer keeps it from there. */
        default Optional<Answer> before(String action) {
            return Optional.empty();
        }

        /** Called when moto has done it and nobody knows yet; false keeps the answer back. */
        default boolean after(String action) {
            return true;
        }
    }

    /** An answer. */
    public record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Returns what EC2 answers where it refuses. */
        public static Answer error(int status, String code, String message) {
            return new Answer(
                    status,
                    ("<?xml version=\"1.0\"?><Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                                    + "</Message></Error></Errors><RequestID>r-1</RequestID></Response>")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Moto moto;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> launches = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> launched = new ConcurrentHashMap<>();
    private volatile Intervention intervention = new Intervention() {};
    private volatile String console = "";

    private StrictEc2(Moto moto) throws IOException {
        this.moto = moto;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts it in front of a moto. */
    public static StrictEc2 before(Moto moto) {
        try {
            return new StrictEc2(moto);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its base URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets what was made and asked. */
    public void reset() {
        moto.reset();
        launches.clear();
        launched.clear();
        calls.clear();
        console = "";
        intervention = new Intervention() {};
    }

    /** Returns the actions that were asked for, in their order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Returns those of the actions that make or change something. */
    public List<String> changes() {
        return calls.stream()
                .filter(action -> !action.startsWith("Describe") && !action.startsWith("Get"))
                .toList();
    }

    /** Forgets which actions were asked for. */
    public void forgetCalls() {
        calls.clear();
    }

    /** Decides what happens to calls from now on. */
    public void intervene(Intervention next) {
        this.intervention = next;
    }

    /** Sets what instances have printed on their console. */
    public void console(String text) {
        this.console = text;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<String> target =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        Map<String, String> form = target.isPresent() ? Map.of() : form(new String(body, StandardCharsets.UTF_8));
        String action = target.map(each -> each.substring(each.indexOf('.') + 1))
                .orElseGet(() -> form.getOrDefault("Action", ""));
        calls.add(action);
        Intervention now = intervention;
        Optional<Answer> early = now.before(action).or(() -> strict(action, form));
        Answer answer = early.isPresent() ? early.get() : answer(action, form, exchange, body);
        if (early.isPresent() || now.after(action)) {
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
        exchange.close();
    }

    private Answer answer(String action, Map<String, String> form, HttpExchange exchange, byte[] body) {
        String token = form.getOrDefault("ClientToken", "");
        if (action.equals("RunInstances") && launches.containsKey(token)) {
            return launches.get(token);
        }
        Answer answer = switch (action) {
            case "GetParameter" -> parameter();
            case "GetConsoleOutput" -> consoleOutput(form);
            default -> forward(exchange, form.isEmpty() ? body : canonical(form));
        };
        if (action.equals("RunInstances") && answer.status() == 200) {
            Moto.texts(answer.text(), "instanceId").forEach(id -> launched.put(id, form));
            if (!token.isEmpty()) {
                launches.put(token, answer);
            }
        }
        return action.equals("DescribeInstances") ? withMetadataOptions(answer) : answer;
    }

    /** Returns what instances were asked for with under a name such as {@code MetadataOptions.HttpTokens}. */
    public List<String> launchedWith(String parameter) {
        return launched.values().stream()
                .map(form -> form.getOrDefault(parameter, ""))
                .toList();
    }

    /** EC2 always tells the options of the metadata service; older motos keep none. */
    private Answer withMetadataOptions(Answer answer) {
        String text = answer.text();
        if (text.contains("<httpTokens>")) {
            return answer;
        }
        for (Map.Entry<String, Map<String, String>> each : launched.entrySet()) {
            String id = "<instanceId>" + each.getKey() + "</instanceId>";
            String tokens = each.getValue().getOrDefault("MetadataOptions.HttpTokens", "optional");
            text = text.replace(
                    id,
                    id + "<metadataOptions><state>applied</state><httpTokens>" + tokens
                            + "</httpTokens><httpEndpoint>enabled</httpEndpoint></metadataOptions>");
        }
        return new Answer(answer.status(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer parameter() {
        String json =
                "{\"Parameter\":{\"Name\":\"p\",\"Type\":\"String\",\"Version\":1,\"Value\":\"" + moto.image() + "\"}}";
        return new Answer(200, json.getBytes(StandardCharsets.UTF_8));
    }

    private Answer consoleOutput(Map<String, String> form) {
        String xml =
                "<GetConsoleOutputResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>"
                        + "<instanceId>" + form.getOrDefault("InstanceId", "") + "</instanceId><output>"
                        + Base64.getMimeEncoder().encodeToString(console.getBytes(StandardCharsets.UTF_8))
                        + "</output></GetConsoleOutputResponse>";
        return new Answer(200, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses what AWS refuses and moto does. */
    private Optional<Answer> strict(String action, Map<String, String> form) {
        return switch (action) {
            case "AuthorizeSecurityGroupIngress" ->
                form.containsKey("IpPermissions.2.IpProtocol") || form.containsKey("IpPermissions.1.IpRanges.2.CidrIp")
                        ? Optional.of(Answer.error(400, "TestsWantOne", "one permission a call"))
                        : Optional.empty();
            case "DeleteSecurityGroup" ->
                living(form.getOrDefault("GroupId", ""))
                        ? Optional.of(Answer.error(400, "DependencyViolation", "resource has a dependent object"))
                        : Optional.empty();
            case "ReleaseAddress" -> {
                String seen = moto.call("DescribeAddresses", "AllocationId.1", form.getOrDefault("AllocationId", ""));
                yield seen.contains("<associationId>")
                        ? Optional.of(Answer.error(400, "InvalidIPAddress.InUse", "the address is in use"))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private boolean living(String group) {
        String seen = moto.call(
                "DescribeInstances",
                "Filter.1.Name",
                "instance.group-id",
                "Filter.1.Value.1",
                group,
                "Filter.2.Name",
                "instance-state-name",
                "Filter.2.Value.1",
                "running",
                "Filter.2.Value.2",
                "stopped");
        return !Moto.texts(seen, "instanceId").isEmpty();
    }

    /** AWS keeps {@code 10.1.2.3/8} as {@code 10.0.0.0/8}. */
    private static byte[] canonical(Map<String, String> form) {
        Map<String, String> kept = new LinkedHashMap<>(form);
        kept.replaceAll((name, value) ->
                name.endsWith(".CidrIp") ? Cidr.of(value).map(Cidr::text).orElse(value) : value);
        return kept.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer forward(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(moto.url())).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> request.header(header, value));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
