package dev.monsh.adapter.yaml.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.check.ServerFiles;
import dev.monsh.testing.WithRealPrometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What promtool takes the reader takes, and what promtool refuses the reader refuses. */
@WithRealPrometheus
class PromtoolItselfIT {

    private static final String JOB = "scrape_configs:\n  - job_name: a\n    ";
    private static final String SHOP = JOB + "static_configs: [{targets: ['https://shop.example/health']}]\n    ";

    @TempDir
    Path folder;

    private final ServerFileReader reader = new ServerFileReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // relabelling rewrites what a target is
                SHOP + "relabel_configs: [{target_label: __address__, replacement: 'b:9115'}]",
                SHOP + "relabel_configs: [{source_labels: [__address__], target_label: __param_target},"
                        + " {target_label: __address__, replacement: 'b:9115'}]",
                SHOP + "relabel_configs: [{action: drop, source_labels: [__address__], regex: 'https.*'}]",
                SHOP + "relabel_configs: [{action: keep, source_labels: [__address__], regex: 'x'}]",
                SHOP + "relabel_configs: [{source_labels: [__address__], regex: 'https?://([^/]+)/.*',"
                        + " target_label: __address__}]",
                SHOP + "relabel_configs: [{target_label: other, replacement: x}]",
                SHOP + "relabel_configs: [{source_labels: [__address__], target_label: __param_target}]",
                SHOP + "metric_relabel_configs: [{target_label: __address__, replacement: x}]",
                SHOP + "relabel_configs: []",
                SHOP,
                JOB + "static_configs: [{targets: ['shop:http']}]",
                JOB + "static_configs: [{targets: ['shop', '[::1]:80', 'shop:70']}]",
                JOB + "static_configs: [{targets: ['']}]",
                JOB + "static_configs: [{targets: 'a:1'}]",
                JOB + "static_configs: {targets: ['a:1']}",
                // what YAML allows
                "scrape_configs:\t\n  - job_name:\ta\t# tabs\n    static_configs: [\t{targets: ['a:1']}]",
                "scrape_configs:\n  - &a\n    job_name: a\n    scheme: https\n  - <<: *a\n    job_name: b",
                "scrape_configs:\n  - &a {job_name: a}\n  - &b {job_name: b, scheme: http}\n  - {<<: [*b, *a], job_name: c}",
                "scrape_configs:\n  - &a {job_name: a}\n  - {<<: *a}",
                JOB + "static_configs: [{targets: ['a:1']}]\n---\nx: 1",
                JOB + "static_configs: [{targets: ['a:1']}]\n---\nx: [",
                "---\n" + JOB + "scheme: http\n...\n",
                "---\n---\nx: 1",
                "scrape_configs:\n\t- job_name: a",
                "scrape_configs: []\nscrape_configs: []",
                "scrape_confgs: []",
                // flow collections without a blank after the colon; a label x:y is one to Prometheus 3 and none to 2
                "{scrape_configs:[]}",
                "{\"scrape_configs\":[]}",
                "scrape_configs: [{job_name:a}]",
                "scrape_configs: [{'job_name':a}]",
                "scrape_configs: [{\"job_name\":\"a\"}]",
                JOB + "static_configs: [{targets:['a:1']}]",
                JOB + "static_configs: [{'targets':['a:1']}]",
                JOB + "static_configs: [{targets: [a:1,b:2]}]",
                JOB + "static_configs: [{targets: [a:1], labels: {? x : y}}]",
                "global: {scrape_interval:15s}",
                "global: {scrape_interval: 15s,}",
                "global: {,}",
                "rule_files: [a*.yml,b*.yml,]",
                "rule_files: [a*.yml,,b*.yml]",
                "rule_files: [{a:1}]",
                "rule_files: [a: 1]",
                "rule_files: [\"a\"b]",
            })
    void aConfigurationIsJudgedAlike(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("prometheus.yml"), text);
        assertThat(isTaken(() -> reader.prometheus(file)))
                .describedAs(text)
                .isEqualTo(promtool("check", "config", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json [{\"targets\": [\"a:1\"], \"labels\": {\"x\": \"y\"}}]",
                "json [{\"targets\": [\"a:1\"], \"more\": 1}]",
                "json [{\"targets\": [\"http://a:1/x\"]}]",
                "json {\"targets\": [\"a:1\"]}",
                "json [{\"targets\": [\"a:1\"],}]",
                "json [{'targets': ['a:1']}]",
                "json - targets: [a:1]",
                "json []",
                "yml - targets: [a:1]\n  labels: {a: 5, b: true}",
                "yml - targets: [a:1]\n  more: 1",
                "yml - targets: a:1",
                "yml - targets: ['http://a/x']",
                "yml - targets: [a:1]\n  labels: {a: [5]}",
                "yml - labels: {a: b}",
                "yml - targets: [a:1]\n---\n- targets: 5",
                "yml targets: [a:1]",
                "yml # nothing\n",
                "yml - targets: [5]",
                "yaml - targets: [a:1",
                "yml - {targets:[a:1]}",
                "yml - {\"targets\":[\"a:1\"],\"labels\":{\"x\":\"y\"}}",
                "yml [{targets: [a:1]},{targets:[b:1]}]",
                "yml - {targets: [a:1], labels:{x: y}}",
            })
    void aFileOfTargetsIsJudgedAlike(String text) throws IOException {
        String ending = text.substring(0, text.indexOf(' '));
        Path targets = Files.writeString(folder.resolve("targets." + ending), text.substring(ending.length() + 1));
        Path file = Files.writeString(
                folder.resolve("prometheus.yml"), JOB + "file_sd_configs: [{files: [targets." + ending + "]}]");
        assertThat(isTaken(() -> {
                    for (ServerFiles.TargetFiles each : reader.prometheus(file).targetFiles()) {
                        reader.targets(targets, each.usualPort(), each.asWritten());
                    }
                }))
                .describedAs(text)
                .isEqualTo(promtool("check", "config", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a*.yml", "x/*.yaml", "a.txt", "a", "x*/a.json", "a*b*.json", "a.JSON"})
    void theNamesOfFilesOfTargetsAreJudgedAlike(String name) throws IOException {
        Path file = Files.writeString(
                folder.resolve("prometheus.yml"), JOB + "file_sd_configs: [{files: ['" + name + "']}]");
        assertThat(isTaken(() -> reader.prometheus(file))).isEqualTo(promtool("check", "config", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups: [{name: a, rules: [{record: a, expr: b}]}]",
                "groups: [{name: a, rules: [{alert: a, expr: b, for: 5m, labels: {x: y}, annotations: {z: w}}]}]",
                "groups: [{name: a, interval: 1h30m, limit: 5, rules: []}]",
                "groups: []",
                "# nothing",
                "groups: [{name: a, rules: [{record: a, expr: b}]}]\n---\ngroups: [",
                "groups: [{name: a, rules: [{record: a, expr: b, for: 5m}]}]",
                "groups: [{name: a, rules: [{record: a, expr: b, annotations: {x: y}}]}]",
                "groups: [{name: a, rules: [{alert: a, expr: b, for: 5 minutes}]}]",
                "groups: [{name: a, interval: x, rules: []}]",
                "groups: [{name: a, rules: [{record: a, alert: b, expr: c}]}]",
                "groups: [{name: a, rules: [{expr: c}]}]",
                "groups: [{name: a, rules: [{record: a}]}]",
                "groups: [{name: a, rules: [{record: a, expr: b, more: c}]}]",
                "groups: [{name: a, more: b, rules: []}]",
                "groups: [{rules: []}]",
                "groups: [{name: a, rules: []}, {name: a, rules: []}]",
                "groups: [{name: a, rules: {record: a, expr: b}}]",
                "groups: [{name: a, rules: [{alert: a, expr: b, labels: [x]}]}]",
                "groups: [{name: a, rules: [{alert: a, expr: b, labels: {x: [y]}}]}]",
                "groups: [{name: a, rules: [text]}]",
                "group: []",
                "groups: {name: a}",
                "groups: [{name: a, rules: [&r {record: a, expr: b}, {<<: *r, record: c}]}]",
                "groups: [{name:a, rules: []}]",
                "groups: [{name: a, rules:[]}]",
                "groups: [{name: a, rules: [{record:a,expr:b}]}]",
                "groups: [{\"name\":\"a\",\"rules\":[{\"record\":\"a\",\"expr\":\"b\"}]}]",
                "{groups:[]}",
            })
    void aFileOfRulesIsJudgedAlike(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.rules"), text);
        assertThat(isTaken(() -> reader.rules(file)))
                .describedAs(text)
                .isEqualTo(promtool("check", "rules", file.toString()));
    }

    private static boolean isTaken(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static boolean promtool(String... words) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        ProgramRun run = Program.of(
                        command,
                        Map.of("PATH", System.getProperty("monsh.it.path", "") + ":" + System.getenv("PATH")),
                        Duration.ofSeconds(20))
                .run();
        assertThat(run).isInstanceOf(ProgramRun.Ended.class);
        return run.success().isPresent();
    }
}
