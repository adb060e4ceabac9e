package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/** Edits of lists and mappings in brackets, and whole files of the stack. */
final class BracketCases extends EditCaseList {

    @Override
    void fill() {
        brackets();
        bracketsOnLines();
        stackFiles();
    }

    private void brackets() {
        add(
                "append in brackets",
                "a: [x, y] # c\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [x, y, z] # c\n");
        add("append in wide brackets", "a: [ x ]\n", new YamlEdit.Append(YamlPath.of("a"), text("z")), "a: [ x, z ]\n");
        add("append behind a comma", "a: [x,]\n", new YamlEdit.Append(YamlPath.of("a"), text("z")), "a: [x, z]\n");
        add("insert in brackets", "a: [x, y]\n", new YamlEdit.Insert(YamlPath.of("a"), 1, text("z")), "a: [x, z, y]\n");
        add("quotes in brackets", "a: [x]\n", new YamlEdit.Append(YamlPath.of("a"), text("a,b")), "a: [x, 'a,b']\n");
        add(
                "a mapping in brackets",
                "a: [x]\n",
                new YamlEdit.Append(YamlPath.of("a"), YamlEditCases.item()),
                "a: [x, {name: '{{.Comm}}', comm: [nginx, java]}]\n");
        add("add in braces", "a: {x: 1}\n", new YamlEdit.Add(YamlPath.of("a"), "w", text("z")), "a: {x: 1, w: z}\n");
        add(
                "add before in braces",
                "a: {x: 1}\n",
                new YamlEdit.Add(YamlPath.of("a"), "w", text("z"), Optional.of("x")),
                "a: {w: z, x: 1}\n");
        add(
                "remove first in brackets",
                "a: [x, y, z]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [y, z]\n");
        add(
                "remove the middle in brackets",
                "a: [x, y, z]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x, z]\n");
        add(
                "remove last in brackets",
                "a: [x, y, z ]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(2)),
                "a: [x, y ]\n");
        add(
                "remove last before a comma",
                "a: [x, y,]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x,]\n");
        add(
                "remove all in brackets",
                "a: [x,] # c\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [] # c\n");
        add(
                "remove in braces",
                "a: {x: 1, y: {z: 2}, w: 3}\n",
                new YamlEdit.Remove(YamlPath.of("a", "y")),
                "a: {x: 1, w: 3}\n");
        add(
                "remove without blanks",
                "a: {\"x\":1,\"y\":2}\n",
                new YamlEdit.Remove(YamlPath.of("a", "x")),
                "a: {\"y\":2}\n");
        add(
                "an inline value as a new key",
                "a:\n  b: 1\n",
                new YamlEdit.Add(
                        YamlPath.of("a"),
                        "c",
                        new YamlValue.Inline(
                                new YamlValue.Fields(List.of(new YamlValue.Field("url", text("http://h:1")))))),
                "a:\n  b: 1\n  c: {url: 'http://h:1'}\n");
    }

    private void bracketsOnLines() {
        String list = "a: [\n    x, # about x\n    y # about y\n  ]\n";
        add(
                "append on a line",
                list,
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [\n    x, # about x\n    y, # about y\n    z\n  ]\n");
        add(
                "insert on a line",
                list,
                new YamlEdit.Insert(YamlPath.of("a"), 1, text("z")),
                "a: [\n    x, # about x\n    z,\n    y # about y\n  ]\n");
        add(
                "remove the last line",
                list,
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [\n    x # about x\n  ]\n");
        add(
                "remove the first line",
                list,
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [\n    y # about y\n  ]\n");
        add(
                "append behind a comma on a line",
                "a: [\n    x,\n  ]\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [\n    x,\n    z,\n  ]\n");
        add(
                "append before a bracket in the same line",
                "a: [x,\n  y]\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [x,\n  y,\n  z]\n");
        add(
                "remove before a bracket in the same line",
                "a: [x,\n  y]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x]\n");
        add(
                "add to braces on lines",
                "a: {\n  x: 1,\n  y: 2\n}\n",
                new YamlEdit.Add(YamlPath.of("a"), "z", YamlValue.number(3)),
                "a: {\n  x: 1,\n  y: 2,\n  z: 3\n}\n");
    }

    private void stackFiles() {
        String rules = """
                process_names:
                  - name: 'a-{{.Matches.id}}'
                    comm:
                      - uvicorn
                    cmdline:
                      - '.*a(?P<id>\\d+).*'

                  - name: b
                    comm:
                      - java
                """;
        add(
                "a rule for process-exporter",
                rules,
                new YamlEdit.Append(YamlPath.of("process_names"), YamlEditCases.item()),
                rules + "\n  - name: '{{.Comm}}'\n    comm:\n      - nginx\n      - java\n");
        add(
                "a rule less for process-exporter",
                rules,
                new YamlEdit.Remove(YamlPath.of("process_names").item(1)),
                rules.substring(0, rules.indexOf("\n  - name: b")));
        String targets = """
                clients:
                  - url: http://loki:3100/loki/api/v1/push

                scrape_configs:
                - job_name: a
                  static_configs:
                  - targets:
                      - localhost
                    labels:
                      service: a
                      __path__: /l/a.log

                - job_name: b
                  static_configs:
                  - targets:
                      - localhost
                    labels:
                      service: b
                      __path__: /l/b.log
                """;
        YamlValue labels = new YamlValue.Fields(List.of(
                new YamlValue.Field("service", text("c")), new YamlValue.Field("__path__", text("/l/c d*.log"))));
        YamlValue job = new YamlValue.Fields(List.of(
                new YamlValue.Field("job_name", text("c")),
                new YamlValue.Field(
                        "static_configs",
                        new YamlValue.Items(List.of(new YamlValue.Fields(List.of(
                                new YamlValue.Field("targets", YamlValue.texts(List.of("localhost"))),
                                new YamlValue.Field("labels", labels))))))));
        add("a log file for Promtail", targets, new YamlEdit.Append(YamlPath.of("scrape_configs"), job), targets + """

                        - job_name: c
                          static_configs:
                          - targets:
                            - localhost
                            labels:
                              service: c
                              __path__: '/l/c d*.log'
                        """);
        add(
                "a log file less for Promtail",
                targets,
                new YamlEdit.Remove(YamlPath.of("scrape_configs").item(0)),
                targets.replaceFirst("(?s)- job_name: a.*?\n\n", ""));
        String compose = """
                services:
                  promtail:
                    ports:\s
                      - "9080:9080"
                    volumes:
                      - ./promtail:/etc/promtail
                      - /l:/l # Update this
                    networks:
                      - lgtm-net
                """;
        add(
                "a volume for Promtail",
                compose,
                new YamlEdit.Append(YamlPath.of("services", "promtail", "volumes"), text("/m n:/m n:ro")),
                compose.replace("# Update this\n", "# Update this\n      - /m n:/m n:ro\n"));
    }
}
