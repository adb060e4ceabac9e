package dev.monsh.stack.demo;

import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the demo's files are and what is in them: the folders of the manual, the workers' script and their logs.
 *
 * @param folder absolute
 */
public record DemoLayout(Path folder) {

    /** Returns the workers, with the names and labels of the manual's two services. */
    public List<DemoWorker> workers() {
        return List.of(
                worker("ppl_detection_double_check", "02", "ppl_detection_double_check", 6),
                worker("checkdoor_ai_agent", "05", "checkdoor_ai_agent_stream05", 3));
    }

    private DemoWorker worker(String base, String stream, String service, int load) {
        String command = base + "_stream" + stream;
        return new DemoWorker(command, base + "-stream" + stream, service, load, logs().resolve(command + ".log"));
    }

    /** Returns the script that every worker runs; its file name is what process-exporter sees as {@code comm}. */
    public Path workerScript() {
        return folder.resolve("workers/uvicorn");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path promtailFile() {
        return folder.resolve("promtail/promtail.yml");
    }

    /** Returns the stack of this folder with its servers on those ports. */
    public Stack stack(Map<Service, Integer> ports) {
        return new Stack(
                folder,
                Optional.empty(),
                List.of(
                        service(Service.PROMETHEUS, "prometheus/prometheus.yml", ports)
                                .with("--storage.tsdb.retention.time=1d"),
                        // without the children a worker's momentary helpers are not counted as the worker
                        service(Service.PROCESS_EXPORTER, "process-exporter/config.yml", ports)
                                .with("-children=false")));
    }

    private StackService service(Service kind, String file, Map<Service, Integer> ports) {
        return StackService.plain(kind, folder.resolve(file), ports.getOrDefault(kind, kind.usualPort()));
    }

    /** Returns every file of the demo as it is to be when the servers listen on those ports. */
    public List<DemoFile> files(Map<Service, Integer> ports) {
        Stack stack = stack(ports);
        return List.of(
                configuration(folder.resolve("README.md"), "README.md", ports),
                configuration(file(stack, Service.PROMETHEUS), "prometheus.yml", ports),
                configuration(file(stack, Service.PROCESS_EXPORTER), "process-exporter.yml", ports),
                configuration(promtailFile(), "promtail.yml", ports),
                new DemoFile(workerScript(), template("uvicorn.sh"), true));
    }

    private static Path file(Stack stack, Service service) {
        return stack.find(service).flatMap(StackService::configuration).orElseThrow();
    }

    private DemoFile configuration(Path path, String name, Map<Service, Integer> ports) {
        String text = template(name).replace("@FOLDER@", folder.toString().replace("'", "''"));
        for (Service service : Service.values()) {
            int port = ports.getOrDefault(service, service.usualPort());
            text = text.replace("@" + service.name() + "_PORT@", Integer.toString(port));
        }
        return new DemoFile(path, text, false);
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(DemoLayout.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
