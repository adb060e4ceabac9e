package dev.monsh.process;

import dev.monsh.process.match.ProcessExporterCase;
import dev.monsh.testing.ProcfsFolder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes rule files and process tables that meet: names with blanks and parentheses, odd argv, deep trees, odd YAML. */
public final class RandomConfigs {

    private static final List<String> COMMS = List.of(
            "uvicorn",
            "python3.9",
            "a b",
            "(x)",
            "x) S 1 (y",
            "nginx",
            "kworker/0:1",
            "ünï",
            "sh",
            "0x10",
            "yes",
            "~",
            "fifteen-bytes-x",
            "has:colon",
            "");
    private static final List<String> EXES = List.of(
            "/usr/bin/python3.9",
            "/opt/a b/uvicorn",
            "python3.9",
            "nginx:",
            "nginx",
            "/usr/sbin/nginx",
            "./run",
            "/",
            "//",
            "/opt/dir/",
            "",
            "sh",
            "/bin/sh",
            "-bash",
            "ünï/wörk",
            "/a/../sh",
            ".");
    private static final List<String> WORDS = List.of(
            "uvicorn",
            "ppl_detection_stream02",
            "checkdoor_stream5",
            "--id=7",
            "--id",
            "main:app",
            "-c",
            "worker process",
            "",
            " ",
            "x=(y)",
            "ünï",
            "日本",
            "a|b",
            "A",
            "tab\there",
            "new\nline",
            "--name=a b c",
            "\\d+",
            "port 80",
            "é");
    private static final List<String> REGEXES = List.of(
            "uvicorn\\s+(?P<base>[\\w_]+?)_stream(?P<n>\\d+)",
            ".*uvicorn\\s+(?P<base>\\S+).*",
            "--id=(?P<n>\\d+)",
            "--id(?:=(?P<n>\\d+))?",
            "(?i)UVICORN",
            "^uvicorn",
            "app$",
            "(\\w+) (\\w+)",
            "(?P<x>a)|(?P<y>b)|(?P<n>\\d)",
            "worker (?P<x>\\w+)",
            "[^ ]+",
            ".",
            "",
            "é|ü",
            "\\x{65E5}",
            "\\p{Han}+",
            "(?s)new.line",
            "(?m)^line$",
            "\\bA\\b",
            "a\\|b",
            "(?P<base>.*?) (?P<n>.*)",
            "(?U)(?P<x>u.*n)",
            "\\Q(y)\\E",
            "x=\\(y\\)",
            "[[:space:]]{2}",
            "(?P<x>(?P<y>p)pl)",
            "(a|ab)(c|bcd)?",
            "\\x{FFFD}",
            "[\\x80-\\x{10FFFF}]",
            "python[0-9.]+",
            "(?P<x>)",
            "stream0?(?P<n>[1-9]+)",
            "(?:ppl|check)(?P<base>\\w*)",
            "\\S+(?P<x> )\\S+",
            "(u|v)+",
            "\\z",
            "\\A/",
            "[^a-z/ ]");
    private static final List<String> NAMES = List.of(
            "'{{.Matches.base}}-stream{{.Matches.n}}'",
            "\"{{.ExeBase}}\"",
            "'{{.Comm}}'",
            "'{{.ExeFull}}'",
            "fixed",
            "",
            "'{{.Username}}'",
            "'{{.PID}}'",
            "'{{.Matches.nope}}'",
            "'{{index .Matches \"n\"}}:{{.Matches.x}}'",
            "'{{if .Matches.n}}n{{.Matches.n}}{{else}}none{{end}}'",
            "'{{printf \"%03s\" .Matches.n}}'",
            "'{{printf \"%q\" .ExeBase}}'",
            "'{{.StartTime}}'",
            "'{{.Matches}}'",
            "'{{.Cgroups}}'",
            "'g{{.Foo}}'",
            "'{{index .Cgroups 0}}'",
            "'{{range $k, $v := .Matches}}{{$k}}={{$v}},{{end}}'",
            "~",
            "12",
            "'{{.Comm | printf \"%.3s\"}}'");

    private final Random random;
    private int rules;

    public RandomConfigs(Random random) {
        this.random = random;
    }

    public ProcessExporterCase next(String name) {
        return new ProcessExporterCase(name, config(), processes(), random.nextInt(4) > 0);
    }

    private String config() {
        StringBuilder out =
                new StringBuilder(one(List.of("", "# a comment\n", "other: {a: [1]}\n", "---\n", "\uFEFF")));
        out.append("process_names:\n");
        rules = 1 + random.nextInt(6);
        for (int i = 0; i < rules; i++) {
            rule(out, i);
        }
        return out.append(one(List.of("", "", "unknown: 1\n", "...\n", "---\nsecond: document\n")))
                .toString();
    }

    private void rule(StringBuilder out, int number) {
        String name = one(NAMES);
        out.append(number == 0 ? "- &first\n" : "-\n").append("  note: ignored\n");
        if (number > 0 && random.nextInt(12) == 0) {
            out.append("  <<: *first\n");
        }
        if (!name.isEmpty()) {
            out.append("  name: ").append(name).append('\n');
        }
        int selectors = 1 + random.nextInt(3);
        for (int i = 0; i < selectors; i++) {
            switch (random.nextInt(4)) {
                case 0 -> list(out, "comm", COMMS);
                case 1 -> list(out, "exe", EXES);
                default -> list(out, "cmdline", REGEXES);
            }
        }
    }

    private void list(StringBuilder out, String key, List<String> pool) {
        out.append("  ").append(key).append(':');
        switch (random.nextInt(24)) {
            case 0 -> out.append(' ').append(quoted(one(pool))).append('\n');
            case 1 -> out.append(" []\n");
            case 2 -> out.append(random.nextBoolean() ? " ~\n" : "\n");
            case 3, 4, 5 ->
                out.append(" [")
                        .append(quoted(one(pool)))
                        .append(", ")
                        .append(quoted(one(pool)))
                        .append("]\n");
            default -> {
                out.append('\n');
                int count = 1 + random.nextInt(key.equals("cmdline") ? 2 : 4);
                for (int i = 0; i < count; i++) {
                    out.append("  - ").append(quoted(one(pool))).append('\n');
                }
            }
        }
    }

    private String quoted(String text) {
        return switch (random.nextInt(3)) {
            case 0 -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case 1 -> text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "''") + "'";
            default -> "'" + text.replace("'", "''") + "'";
        };
    }

    private List<ProcfsFolder.Entry> processes() {
        List<ProcfsFolder.Entry> processes = new ArrayList<>();
        int count = 5 + random.nextInt(25);
        int pid = 1;
        for (int i = 0; i < count; i++) {
            int parent = processes.isEmpty() || random.nextInt(5) == 0
                    ? random.nextInt(2) * 99_999
                    : processes
                            .get(Math.max(0, processes.size() - 1 - random.nextInt(3)))
                            .pid();
            processes.add(new ProcfsFolder.Entry(
                    pid,
                    parent,
                    comm(),
                    argv(),
                    random.nextInt(3) * 3000,
                    random.nextInt(90_000),
                    one(List.of("0::/a\n", "2:cpu:/x\n1:name=systemd:/y z\n", "", "broken\n"))));
            pid += 1 + random.nextInt(50);
        }
        return processes;
    }

    private byte[] comm() {
        if (random.nextInt(15) == 0) {
            return new byte[] {'w', (byte) 0xc3};
        }
        return one(COMMS).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] argv() {
        switch (random.nextInt(14)) {
            case 0 -> {
                return new byte[0];
            }
            case 1 -> {
                return new byte[] {0, 0};
            }
            case 2 -> {
                return ProcfsFolder.bytes("nginx: worker process  --id=7" + "\0".repeat(random.nextInt(3)));
            }
            default -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.writeBytes(ProcfsFolder.bytes(one(EXES) + "\0"));
                int count = random.nextInt(5);
                for (int i = 0; i < count; i++) {
                    out.writeBytes(
                            random.nextInt(15) == 0
                                    ? new byte[] {
                                        'a',
                                        (byte) 0xff,
                                        (byte) 0xe2,
                                        (byte) 0x82,
                                        ' ',
                                        (byte) 0xed,
                                        (byte) 0xa0,
                                        (byte) 0x80
                                    }
                                    : ProcfsFolder.bytes(one(WORDS)));
                    out.write(0);
                }
                return out.toByteArray();
            }
        }
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
