package dev.monsh.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RealProcessExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real process-exporter starts with, monsh reads, and what it refuses, monsh calls a fault. */
class ProcessExporterFilesIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // tabs
                "process_names:\n- name:\tx\n  comm:\n  - a\n",
                "process_names:\t\n- comm:\t\n  - a\n",
                "process_names:\n- comm:\n  -\ta\n",
                "process_names:\n- comm: # c\n  - a\t# c\n",
                "process_names:\n\t# c\n- comm: [a]\n",
                "process_names: [{comm: [\ta,\tb\t]}]\n",
                "process_names: [{comm: [\n\ta,\n\tb]}]\n",
                "process_names:\n- name: x\n\tcomm: [a]\n",
                "process_names:\n- name: x\n\t\n  comm: [a]\n",
                "process_names:\n- name: x\t\n  comm: [a]\t\n",
                "process_names:\n- name\t: x\n  comm: [a]\t\n",
                // merge keys
                "x: &a\n  comm: [a]\nprocess_names:\n- name: x\n  <<: *a\n",
                "x: &a {comm: [a]}\ny: &b {name: y}\nprocess_names:\n- <<: [*a, *b]\n",
                "process_names:\n- <<: 3\n  comm: [a]\n",
                // several documents
                "process_names:\n- comm: [a]\n---\nx: 1\n",
                "process_names:\n- comm: [a]\n---\n\t[x: 1\n",
                "process_names:\n- comm: [a]\n...\nrubbish: [\n",
                "%YAML 1.2\n---\nprocess_names:\n- comm: [a]\n",
                "%YAML 1.1\n---\nprocess_names:\n- comm: [a]\n",
                // brackets without a blank
                "process_names: [{name:x, comm: [a]}]\n",
                "process_names: [{comm:[a]}]\n",
                "process_names: [{'comm':[a]}]\n",
                "process_names: [{\"name\":\"x\",\"comm\":[\"a\"]}]\n",
                "process_names: [{comm: [a:b]}]\n",
                "process_names: [{comm: [a?b]}]\n",
                "process_names:\n- {comm: [a:{b: c}]}\n",
                // octal escapes
                "process_names:\n- cmdline: ['\\377']\n",
                "process_names:\n- cmdline: ['\\12']\n",
                "process_names:\n- cmdline: ['\\1']\n",
                "process_names:\n- cmdline: ['[\\101]']\n",
                "process_names:\n- cmdline: ['\\8']\n",
                "process_names:\n- cmdline: ['\\477']\n",
                "process_names:\n- cmdline: ['(a)\\18']\n",
                // the template language
                "process_names:\n- name: '{{.Comm}}-{{.StartTime.Unix}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{.StartTime.Year}}-{{.StartTime.Month}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{.StartTime.Format \"2006\"}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{define \"a\"}}x{{end}}{{template \"a\" .}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{range .Cgroups}}{{.}}{{break}}{{end}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{call .Comm}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{1i}}'\n  comm: [a]\n",
                "process_names:\n- name: '{{nothing .Comm}}'\n  comm: [a]\n"
            })
    void theRealOneJudgesTheFile(String text) throws IOException {
        RealProcessExporter exporter = RealProcessExporter.find().orElse(null);
        Needed.here(exporter != null, "no process-exporter on PATH");
        Path file = Files.writeString(folder.resolve("config.yml"), text);

        boolean starts = exporter.ask(file, emptyProc(), true).refusal().isEmpty();

        assertThat(new ProcessExporterConfigReader()
                        .read("config.yml", text.getBytes(StandardCharsets.UTF_8))
                        .problems()
                        .isEmpty())
                .isEqualTo(starts);
    }

    private Path emptyProc() throws IOException {
        Path proc = Files.createDirectories(folder.resolve("proc"));
        Files.writeString(
                proc.resolve("stat"), "cpu  1 0 1 1 0 0 0 0 0 0\ncpu0 1 0 1 1 0 0 0 0 0 0\nbtime 1700000000\n");
        return proc;
    }
}
