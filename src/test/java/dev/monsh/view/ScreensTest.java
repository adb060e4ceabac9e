package dev.monsh.view;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Sites;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.metrics.ScrapeTarget;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import dev.monsh.testing.NginxCorpus;
import dev.monsh.view.gateway.GatewayViews;
import dev.monsh.view.logs.LogLineWriter;
import dev.monsh.view.logs.LogView;
import dev.monsh.view.process.GroupingView;
import dev.monsh.view.query.AnswerWriter;
import dev.monsh.view.query.MetricsViews;
import dev.monsh.view.query.QueryView;
import dev.monsh.view.query.SampleWriter;
import dev.monsh.view.stack.StackViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The page of screens is what the views write: six lists at four widths. */
class ScreensTest {

    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));
    private static final List<Integer> WIDTHS = List.of(60, 80, 100, 140);
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void theScreensOfTheDocumentationAreTheProgramsOwn() throws IOException {
        String page = page();
        Path made = Files.createDirectories(PROJECT.resolve("target")).resolve("screens.md");
        Files.writeString(made, page);
        assertThat(PROJECT.resolve("docs/screens.md"))
                .as("docs/screens.md; copy target/screens.md there when a screen is meant to change")
                .hasContent(page);
    }

    @Test
    void noLineOfAListIsWiderThanItsTerminal() {
        Map<String, Consumer<Console>> lists = screens();
        // log lines are shown whole, so that what is marked can be copied
        lists.remove("logs");
        for (int width : WIDTHS) {
            lists.forEach((command, screen) -> assertThat(printed(width, screen).lines())
                    .as(command + " at " + width)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width)));
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# Screens\n\n"
                + "What lists look like on terminals of 60, 80, 100 and 140 columns. A test makes this page from the same\n"
                + "views that the commands use, so it shows the program as it is.\n");
        screens().forEach((command, screen) -> {
            page.append("\n## ").append(command).append('\n');
            for (int width : WIDTHS) {
                page.append("\n### ").append(width).append(" columns\n\n```text\n");
                page.append(printed(width, screen)).append("```\n");
            }
        });
        return page.toString();
    }

    private static String printed(int width, Consumer<Console> screen) {
        CapturedConsole captured = CapturedConsole.terminal(width);
        screen.accept(captured.console());
        return captured.err() + captured.out();
    }

    private static Map<String, Consumer<Console>> screens() {
        Map<String, Consumer<Console>> screens = new LinkedHashMap<>();
        screens.put("query", ScreensTest::query);
        screens.put(
                "metrics targets", console -> MetricsViews.targets(NOW).print(console, OutputFormat.TABLE, targets()));
        screens.put("process test", ScreensTest::processTest);
        screens.put("status", console -> StackViews.reports(NOW).print(console, OutputFormat.TABLE, services()));
        screens.put(
                "gateway map list", console -> GatewayViews.mappings().print(console, OutputFormat.TABLE, mappings()));
        screens.put("logs", ScreensTest::logs);
        return screens;
    }

    private static void query(Console console) {
        List<Object> series = new ArrayList<>();
        List.of("ppl_detection_double_check-stream02", "ppl_detection_double_check-stream11", "license_plate-stream03")
                .forEach(group -> {
                    for (String type : List.of("resident", "virtual")) {
                        series.add(Labels.of(Map.of(
                                "__name__",
                                "namedprocess_namegroup_memory_bytes",
                                "groupname",
                                group,
                                "instance",
                                "process-exporter:9256",
                                "job",
                                "process-exporter",
                                "memtype",
                                type)));
                        series.add(type.equals("resident") ? "412090368" : "5153960755");
                    }
                });
        try (AnswerWriter writer = new QueryView(console).writer(OutputFormat.TABLE, Optional.empty())) {
            FakeMetricsSource.vector(NOW.toEpochMilli(), series.toArray()).accept((SampleWriter) writer);
            writer.finish();
        }
    }

    private static List<ScrapeTarget> targets() {
        return List.of(
                target("process-exporter", "process-exporter:9256", "up", 3, "0.012812", ""),
                target("prometheus", "localhost:9090", "up", 11, "0.004201", ""),
                target(
                        "gateway-node",
                        "100.64.0.9:9100",
                        "down",
                        7,
                        "10.0006",
                        "Get \"http://100.64.0.9:9100/metrics\": dial tcp 100.64.0.9:9100: connect: connection refused"));
    }

    private static ScrapeTarget target(
            String job, String instance, String health, int secondsAgo, String took, String error) {
        return new ScrapeTarget(
                job,
                instance,
                health,
                "http://" + instance + "/metrics",
                NOW.minusSeconds(secondsAgo).toString(),
                took,
                error,
                Labels.of(Map.of("job", job, "instance", instance)));
    }

    private static void processTest(Console console) {
        MatcherConfig config = MatcherConfig.ofRule(RuleText.ofValues(
                "config.yml",
                Optional.of("ppl_detection-stream{{.Matches.stream_id}}"),
                List.of("uvicorn"),
                List.of(),
                List.of("uvicorn\\s+ppl_detection_stream(?P<stream_id>\\d+)(:\\w+)?")));
        new GroupingView(console, config)
                .print(
                        new ProcessMatcher(config, true)
                                .group(List.of(
                                        process(
                                                812,
                                                1,
                                                "uvicorn",
                                                "/usr/bin/python3",
                                                "/usr/local/bin/uvicorn",
                                                "ppl_detection_stream02:app",
                                                "--host",
                                                "0.0.0.0",
                                                "--port",
                                                "8002"),
                                        process(
                                                847,
                                                812,
                                                "python3",
                                                "/usr/bin/python3",
                                                "-c",
                                                "from multiprocessing.spawn import spawn_main"),
                                        process(
                                                1290,
                                                1,
                                                "uvicorn",
                                                "/usr/bin/python3",
                                                "/usr/local/bin/uvicorn",
                                                "ppl_detection_stream11:app",
                                                "--port",
                                                "8011"))),
                        OutputFormat.TABLE);
    }

    private static List<ServiceReport> services() {
        return List.of(
                service(
                        "prometheus",
                        9090,
                        "prom/prometheus:v3.7.3",
                        Service.PROMETHEUS,
                        "3.7.3",
                        0.8,
                        142_606_336,
                        -1),
                service(
                        "process-exporter",
                        9256,
                        "ncabatoff/process-exporter:0.8.7",
                        Service.PROCESS_EXPORTER,
                        "0.8.7",
                        2.1,
                        23_068_672,
                        12),
                service("loki", 3100, "grafana/loki:3.5.7", Service.LOKI, "3.5.7", 1.4, 104_857_600, 4),
                new ServiceReport(
                        ServiceStatus.stopped("promtail"),
                        Optional.of(Service.PROMTAIL),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    private static ServiceReport service(
            String name, int port, String image, Service kind, String version, double cpu, long memory, int watched) {
        return new ServiceReport(
                new ServiceStatus(
                        name,
                        ServiceState.RUNNING,
                        Health.NONE,
                        true,
                        List.of(port),
                        Optional.of(NOW.minusSeconds(187_000)),
                        image,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.of(812L)),
                Optional.of(kind),
                Optional.of(version),
                OptionalDouble.of(cpu),
                OptionalLong.of(memory),
                Optional.of("up"),
                watched < 0 ? OptionalInt.empty() : OptionalInt.of(watched));
    }

    private static List<MappingState> mappings() {
        List<PortMapping> mappings = Sites.of(NginxCorpus.MANUAL).mappings();
        return List.of(
                new MappingState(mappings.get(0), Optional.of(true), "200 OK"),
                new MappingState(mappings.get(1), Optional.of(false), "connection refused"));
    }

    private static void logs(Console console) {
        LogLineWriter writer =
                new LogView(console, Optional.of(ZoneOffset.UTC), Optional.empty()).writer(OutputFormat.TABLE);
        List<String> texts = List.of(
                "INFO  started, 4 cameras, model yolov8n, threshold 0.55",
                "WARN  camera 3: no frame for 2.4 s, reconnecting to the stream at port 554",
                "ERROR camera 3: stream closed by the other end");
        for (int i = 0; i < texts.size(); i++) {
            String stream = i == 0 ? "stream02" : "stream11";
            long nanos = NOW.minusSeconds(30 - i).toEpochMilli() * 1_000_000;
            writer.line(new LogLine(
                    nanos,
                    Labels.of(Map.of("job", "ppl", "service", "ppl_detection_double_check", "stream", stream)),
                    texts.get(i)));
        }
        writer.finish();
    }
}
