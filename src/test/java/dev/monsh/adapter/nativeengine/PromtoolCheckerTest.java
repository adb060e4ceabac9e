package dev.monsh.adapter.nativeengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromtoolCheckerTest {

    private static final Path FILE = Path.of("/x/prometheus.yml");

    @TempDir
    Path folder;

    @Test
    void aFaultOfTheConfigurationHasItsLine() {
        assertThat(lines(PromtoolChecker.findings("prometheus", FILE, """
                  FAILED: parsing YAML file /x/prometheus.yml: yaml: unmarshal errors:
                  line 3: field foo not found in type config.ScrapeConfig
                """)))
                .containsExactly("3:1 promtool: field foo not found in type config.ScrapeConfig");
        assertThat(lines(PromtoolChecker.findings("prometheus", FILE, """
                  FAILED: parsing YAML file /x/prometheus.yml: yaml: line 2: did not find expected key
                """)))
                .containsExactly("2:1 promtool: did not find expected key");
        assertThat(lines(PromtoolChecker.findings("prometheus", FILE, """
                  FAILED: parsing YAML file /x/prometheus.yml: not a valid duration string: "15x"
                """)))
                .containsExactly("0:0 promtool: not a valid duration string: \"15x\"");
    }

    @Test
    void aFaultOfARuleHasItsPlace() {
        assertThat(lines(PromtoolChecker.findings("prometheus", FILE, """
                  FAILED:
                /x/prometheus.yml: 1:45: group "a", rule 1, "X": could not parse expression: 1:5: parse error
                """)))
                .containsExactly(
                        "1:45 promtool: group \"a\", rule 1, \"X\": could not parse expression: 1:5: parse error");
    }

    @Test
    void aRefusalWithoutAWordIsAFindingAsWell() {
        assertThat(lines(PromtoolChecker.findings("prometheus", FILE, "")))
                .containsExactly("0:0 promtool: refuses the file");
    }

    @Test
    void withoutPromtoolThereIsNoAnswer() {
        assertThat(new PromtoolChecker(Map.of("PATH", folder.toString())).prometheus("prometheus", FILE, List.of()))
                .isEmpty();
    }

    @Test
    void theConfigurationAndEachFileOfRulesAreHandedOver() throws IOException {
        Path script = folder.resolve("promtool");
        Files.writeString(
                script, "#!/bin/sh\necho \"$@\" >> " + folder + "/calls\necho fault >&2\n" + "[ \"$2\" = config ]\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Finding> findings = new PromtoolChecker(Map.of("PATH", folder.toString()))
                .prometheus("prometheus", FILE, List.of(Path.of("/x/a.rules")))
                .orElseThrow();
        assertThat(folder.resolve("calls"))
                .hasContent("check config --syntax-only /x/prometheus.yml\ncheck rules /x/a.rules\n");
        assertThat(findings).extracting(Finding::file).containsExactly("/x/a.rules");
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.line() + ":" + finding.column() + " " + finding.message())
                .toList();
    }
}
