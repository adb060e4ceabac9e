package dev.monsh.testing.cloud;

import dev.monsh.testing.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A moto server of its own on a free loopback port, which plays EC2 and SSM. */
public final class Moto implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final String PROGRAM = "moto_server";

    private final ChildProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    private Moto(ChildProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns the program: the one of {@code MONSH_MOTO}, else of PATH. Where CI is set, it must be there. */
    public static Optional<Path> program() {
        Optional<Path> found = Optional.ofNullable(System.getenv("MONSH_MOTO"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .or(() -> Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, PROGRAM))
                        .filter(Files::isExecutable)
                        .findFirst());
        return found;
    }

    /** Starts it; its output goes into a folder. */
    public static Moto start(Path program, Path folder) {
        Path log = folder.resolve("moto.log");
        ChildProcess process = ChildProcess.start(log, program.toString(), "-H", "127.0.0.1", "-p", "0");
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher address = ADDRESS.matcher(process.log());
            if (address.find()) {
                return new Moto(process, address.group(1));
            }
            sleep();
        }
        process.close();
        throw new AssertionError("moto did not start: " + log);
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns its base URL. */
    public String url() {
        return url;
    }

    /** Forgets everything that was made. */
    public void reset() {
        send(HttpRequest.newBuilder(URI.create(url + "/moto-api/reset")).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Makes a call of EC2's query API, and returns its XML; fails where moto refuses it. */
    public String call(String action, String... namesAndValues) {
        Map<String, String> form = new TreeMap<>(Map.of("Action", action, "Version", "2016-11-15"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20261128/us-east-1/ec2/aws4_request, SignedHeaders=host,"
                                + " Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
        if (answer.statusCode() != 200) {
            throw new AssertionError(action + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the texts of all elements of a name in an answer. */
    public static List<String> texts(String xml, String element) {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Returns an image that an instance can be made from. */
    public String image() {
        return texts(call("DescribeImages"), "imageId").getFirst();
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
