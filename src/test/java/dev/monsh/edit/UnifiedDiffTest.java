package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedDiffTest {

    private static final List<String> CONFIGURATION = """
            server {
                listen 9090;

                location / {
                    proxy_pass http://100.64.0.7:9090;
                }
            }

            # Loki
            server {
                listen 3100;

                location / {
                    proxy_pass http://100.64.0.7:3100;
                }
            }

            """.lines().toList();

    @TempDir
    Path folder;

    @Test
    void equalFilesHaveNoDifference() {
        UnifiedDiff diff = UnifiedDiff.between(bytes("a\nb"), bytes("a\nb"));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.bytes("a", "b")).isEmpty();
    }

    @Test
    void aChangeStandsInThreeLinesOfContext() {
        assertThat(diff("a/f", "b/f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                        --- a/f
                        +++ b/f
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void aMissingLineEndIsNamedOnEitherSide() {
        assertThat(diff("a", "b", "x", "x\n"))
                .isEqualTo("--- a\n+++ b\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
        assertThat(diff("a", "b", "", "x"))
                .isEqualTo("--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n");
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        byte[] diff = UnifiedDiff.between(new byte[] {(byte) 0xE9, '\n'}, new byte[] {'e', '\n'})
                .bytes("a", "b");
        assertThat(diff).contains((byte) 0xE9);
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,10,few",
        "2,0,10,few",
        "3,30,10,many",
        "4,60,10,many",
        "5,200,5,many",
        "6,0,10,lines",
        "7,900,2,many",
        "8,900,2,lines"
    })
    void patchMakesTheNewFileOfTheOldOne(long seed, int baseLines, int rounds, String kind) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            List<String> before = base(random, baseLines, kind);
            byte[] old = joined(random, before);
            byte[] now = joined(random, edited(random, before, kind));
            byte[] diff = UnifiedDiff.between(old, now).bytes("file", "file");
            assertThat(diff.length == 0).isEqualTo(Arrays.equals(old, now));
            if (diff.length > 0) {
                assertThat(patched(old, diff))
                        .describedAs("seed %d round %d", seed, round)
                        .isEqualTo(now);
            }
        }
    }

    @Test
    void aBlockAddedBetweenOthersLeavesTheOthersAlone() {
        String before = String.join("\n", CONFIGURATION) + "\n";
        String block = """
                server {
                    listen 9256;
                }

                """;
        String after = before.replace("# Loki\n", block + "# Loki\n");
        assertThat(diff("a", "b", before, after)).isEqualTo("""
                --- a
                +++ b
                @@ -6,6 +6,10 @@
                     }
                 }
                \s
                +server {
                +    listen 9256;
                +}
                +
                 # Loki
                 server {
                     listen 3100;
                """);
    }

    @Test
    void largeFilesWithNothingInCommonAreComparedAtOnce() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            before.append("old ").append(i).append('\n');
            after.append("new ").append(i).append('\n');
        }
        assertThat(diff("a", "b", before.toString(), after.toString()))
                .startsWith("--- a\n+++ b\n@@ -1,5000 +1,5000 @@\n-old 0\n-old 1\n")
                .endsWith("+new 4998\n+new 4999\n");
    }

    private static List<String> base(Random random, int count, String kind) {
        List<String> lines = new ArrayList<>();
        switch (kind) {
            case "few" -> {
                for (int i = random.nextInt(14); i > 0; i--) {
                    lines.add(String.valueOf((char) ('a' + random.nextInt(3))));
                }
            }
            case "lines" -> {
                for (int i = random.nextInt(20) + count; i > 0; i--) {
                    lines.add("line " + random.nextInt(1000));
                }
            }
            default -> {
                for (int i = 0; i <= count / CONFIGURATION.size(); i++) {
                    for (String line : CONFIGURATION) {
                        lines.add(line.replace("9090", String.valueOf(9090 + i)).replace("3100", "31" + (10 + i)));
                    }
                }
            }
        }
        return lines;
    }

    private static List<String> edited(Random random, List<String> before, String kind) {
        List<String> lines = new ArrayList<>(before);
        for (int edits = random.nextInt(4) + 1; edits > 0; edits--) {
            int at = random.nextInt(lines.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.addAll(at, base(random, 0, kind));
                case 1 ->
                    lines.subList(at, Math.min(lines.size(), at + random.nextInt(25)))
                            .clear();
                case 2 -> lines.add(at, random.nextBoolean() ? "" : "new " + random.nextInt(99));
                default -> {
                    if (at < lines.size()) {
                        lines.set(at, random.nextBoolean() ? "}" : "changed " + random.nextInt(99));
                    }
                }
            }
        }
        return lines;
    }

    private static byte[] joined(Random random, List<String> lines) {
        String text = String.join("\n", lines);
        return bytes(text.isEmpty() || random.nextInt(4) == 0 ? text : text + "\n");
    }

    private byte[] patched(byte[] old, byte[] diff) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("file"), old);
        Path patch = Files.write(folder.resolve("diff"), diff);
        Process process = new ProcessBuilder(
                        "patch", "--silent", "--fuzz=0", "--no-backup-if-mismatch", file.toString(), patch.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(printed).isZero();
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static String diff(String beforeName, String afterName, String before, String after) {
        return new String(
                UnifiedDiff.between(bytes(before), bytes(after)).bytes(beforeName, afterName), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
