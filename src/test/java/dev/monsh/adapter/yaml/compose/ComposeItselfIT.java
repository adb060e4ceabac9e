package dev.monsh.adapter.yaml.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.mount.Mount;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.testing.docker.DockerLab;
import dev.monsh.testing.docker.WithDockerLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker compose config} makes of each file is what the reader makes of it. */
@WithDockerLab
class ComposeItselfIT {

    @TempDir
    Path folder;

    static List<ComposeCases.Case> cases() {
        return ComposeCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void composeReadsTheSame(ComposeCases.Case stack, DockerLab lab) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path files = Files.createDirectory(folder.resolve("stack"));
        for (Map.Entry<String, String> file : stack.files().entrySet()) {
            Files.writeString(files.resolve(file.getKey()), file.getValue());
        }
        Answer answer = config(lab);
        assertThat(answer.code()).describedAs(answer.text()).isZero();
        Map<String, String> environment = new LinkedHashMap<>(ComposeCases.ENVIRONMENT);
        environment.put("HOME", home.toString());
        Stack read = new ComposeFileReader(environment, home).read(files).stack();
        assertThat(ours(read)).isEqualTo(theirs(answer.text()));
    }

    private static String ours(Stack stack) {
        StringBuilder text = new StringBuilder();
        stack.services().stream()
                .sorted(Comparator.comparing(StackService::name))
                .forEach(service -> text.append(block(
                        service.name(),
                        service.image(),
                        service.command(),
                        service.ports().stream().map(ComposeItselfIT::port).toList(),
                        service.mounts().stream().map(ComposeItselfIT::mount).toList(),
                        service.environment(),
                        service.hostNetwork())));
        return text.toString();
    }

    private static String port(PublishedPort port) {
        String address = port.address().equals(PublishedPort.EVERY_ADDRESS) ? "" : port.address();
        return address + ":" + (port.published() == 0 ? "" : port.published()) + ":" + port.target();
    }

    private static String mount(Mount mount) {
        return mount.bind() + " " + mount.source() + " " + mount.target() + " " + mount.readOnly();
    }

    private static String theirs(String json) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(map(map(new Yaml().load(json)).get("services"))).forEach((name, node) -> {
            Map<String, Object> service = map(node);
            Map<String, String> environment = new TreeMap<>();
            map(service.get("environment")).forEach((key, value) -> {
                if (value != null) {
                    // what docker compose prints can be read back, so a dollar sign is doubled
                    environment.put(key, value.toString().replace("$$", "$"));
                }
            });
            text.append(block(
                    name,
                    text(service, "image"),
                    list(service.get("command")).stream()
                            .map(word -> word.toString().replace("$$", "$"))
                            .toList(),
                    list(service.get("ports")).stream()
                            .map(ComposeItselfIT::map)
                            .filter(port -> text(port, "protocol").equals("tcp"))
                            .map(port ->
                                    text(port, "host_ip") + ":" + text(port, "published") + ":" + text(port, "target"))
                            .toList(),
                    list(service.get("volumes")).stream()
                            .map(ComposeItselfIT::map)
                            .map(ComposeItselfIT::theirMount)
                            .toList(),
                    environment,
                    text(service, "network_mode").equals("host")));
        });
        return text.toString();
    }

    private static String theirMount(Map<String, Object> mount) {
        boolean bind = text(mount, "type").equals("bind");
        String source = text(mount, "source");
        return bind + " " + (bind ? Path.of(source).toString() : source) + " " + text(mount, "target") + " "
                + text(mount, "read_only").equals("true");
    }

    private static String block(
            String name,
            String image,
            List<String> command,
            List<String> ports,
            List<String> mounts,
            Map<String, String> environment,
            boolean hostNetwork) {
        return String.join(
                "\n",
                name + " " + image + (hostNetwork ? " on the machine's network" : ""),
                "  command " + command,
                "  ports " + new TreeSet<>(ports),
                "  mounts " + new TreeSet<>(mounts),
                "  environment " + new TreeMap<>(environment),
                "");
    }

    @SuppressWarnings("unchecked") // the file is JSON, whose mappings have text as keys
    private static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static List<?> list(@Nullable Object node) {
        return node == null ? List.of() : (List<?>) node;
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    /** What a program printed, and its exit code. */
    private record Answer(int code, String text) {}

    private Answer config(DockerLab lab) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker", "compose", "config", "--format", "json")
                .directory(folder.resolve("stack").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().putAll(ComposeCases.ENVIRONMENT);
        builder.environment().putAll(lab.environment());
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Answer(code, code == 0 ? text : text + Files.readString(folder.resolve("stderr")));
    }
}
