package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RealPrometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first two sections of README, line by line as a new user types them: from an empty home, in one shell. */
class NewUserIT {

    private static final String FIRST = "## Try it";
    private static final String NEXT = "## The stack";

    @TempDir
    private Path folder;

    private static List<String> shellLines(String markdown) {
        List<String> typed = new ArrayList<>();
        boolean shell = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell) {
                typed.add(line);
            }
        }
        return typed;
    }

    @Test
    void everyLineOfReadmeWorksInItsOrder() throws IOException {
        boolean servers = RealPrometheus.find("prometheus").isPresent()
                && RealPrometheus.find("prometheus-process-exporter").isPresent();
        Needed.here(servers, "prometheus or prometheus-process-exporter is not on PATH");
        Path project = Distribution.project();
        String readme = Files.readString(project.resolve("README.md"));
        List<String> typed = shellLines(readme.substring(readme.indexOf(FIRST), readme.indexOf(NEXT)));
        assertThat(typed).contains("./monsh demo", "monsh query up", "monsh demo --stop");

        StringBuilder script = new StringBuilder("trap './monsh demo --stop' EXIT\n");
        for (String line : typed) {
            if (line.equals("mvn verify")) {
                continue;
            }
            // a tail has no end of its own: Ctrl-C gives 130
            String run = line.contains(" logs -f ") ? "timeout -s INT 5 " + line : line;
            String good = line.contains(" logs -f ") ? "130|124" : "0";
            script.append("echo ").append(Launched.quoted("> " + line)).append("\n");
            script.append(run)
                    .append("\ncode=$?; case $code in ")
                    .append(good)
                    .append(") ;; *) echo \"FAILED: $code\";; esac\n");
        }
        Launched monsh = Launched.in(folder);
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("monsh"), Distribution.folder().resolve("bin/monsh"));
        Launched bare =
                new Launched(monsh.folder(), monsh.program(), tree, monsh.environment(), "", Duration.ofMinutes(3));
        Ended ended = bare.with("PATH", System.getenv("PATH")).shell(script.toString());

        assertThat(ended.out()).as("%s", ended.err()).doesNotContain("FAILED: ");
        assertThat(ended.out()).contains("> monsh query up", "> monsh box list", "process_exporter", "uvicorn");
        assertThat(ended.err()).contains("ended: ").doesNotContain("not found");
    }
}
