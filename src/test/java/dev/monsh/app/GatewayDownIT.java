package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A gateway whose nginx is down, or whose live file is broken: everything that only reads reads, and says the state and what to
 * do next; a file that nginx accepts can be put back, and nothing else is changed.
 */
@LongRunning
class GatewayDownIT extends GatewayConsoleCase {

    private enum State {
        STOPPED("nginx is not running", "sudo systemctl start nginx"),
        REJECTED("nginx rejects its current configuration", "monsh gateway history"),
        UNREADABLE("nginx rejects its current configuration", "monsh gateway history");

        private final String words;
        private final String next;

        State(String words, String next) {
            this.words = words;
            this.next = next;
        }
    }

    private int moved;

    private void reach(State state) {
        moved = lab.ports().free();
        done("map", "move", String.valueOf(odk), String.valueOf(moved), "--yes");
        switch (state) {
            case STOPPED -> stopNginx();
            case REJECTED -> LabFiles.write(lab.nginx().site(), live() + "server { listen nonsense; }\n", "rw-r--r--");
            case UNREADABLE -> LabFiles.write(lab.nginx().site(), live() + "server {\n", "rw-r--r--");
        }
    }

    private void stopNginx() {
        long master = lab.nginx().master().orElseThrow();
        LabFiles.run(List.of("/bin/kill", "-QUIT", String.valueOf(master)));
        LabFiles.await(
                "the end of nginx",
                Duration.ofSeconds(10),
                () -> ProcessHandle.of(master).filter(ProcessHandle::isAlive).isEmpty());
    }

    private void startNginx() {
        if (lab.nginx().master().isEmpty()) {
            Path folder = lab.root().resolve("nginx");
            lab.inside("/usr/sbin/nginx -p " + folder + " -c " + folder.resolve("nginx.conf"));
            LabFiles.await(
                    "nginx", Duration.ofSeconds(10), () -> lab.nginx().master().isPresent());
        }
    }

    private void assertReads(State state, ExitCode code, Optional<String> out, String... words) {
        Run run = gateway(words);
        assertThat(run.code()).as("%s", run).isEqualTo(code);
        out.ifPresent(text -> assertThat(run.out()).as("%s", run).contains(text));
        assertThat(run.err())
                .as("%s", run)
                .contains(state.words)
                .contains("try: ")
                .contains(state.next);
    }

    @ParameterizedTest
    @EnumSource
    void what_reads_reads_and_a_rollback_mends(State state) {
        reach(state);
        try {
            String broken = live();
            boolean readable = state != State.UNREADABLE;
            Path mine = LabFiles.write(lab.root().resolve("mine"), before, "rw-r--r--");
            Function<String, Optional<String>> seen = text -> readable ? Optional.of(text) : Optional.empty();
            ExitCode unread = ExitCode.USAGE;

            assertReads(
                    state, readable ? ExitCode.DONE : unread, seen.apply(moved + "\t"), "map", "list", "--no-probe");
            assertReads(state, readable ? ExitCode.NO : unread, seen.apply("no-authentication"), "audit");
            assertReads(state, ExitCode.NO, Optional.of("listen " + odk + ";"), "diff", mine.toString());
            assertThat(done("history").out()).contains("map move " + odk + " " + moved);
            Run change = gateway("map", "move", String.valueOf(moved), String.valueOf(odk), "--yes");
            assertThat(change.code()).as("%s", change).isEqualTo(ExitCode.REJECTED);
            assertThat(change.err()).contains(state.words).contains("try: ").contains(state.next);
            assertThat(live()).isEqualTo(broken);

            Run back = gateway("rollback", "--yes");

            assertThat(back.code()).as("%s", back).isEqualTo(ExitCode.DONE);
            assertThat(live()).isEqualTo(before);
            assertThat(back.err())
                    .contains(
                            state == State.STOPPED
                                    ? "the file is restored, but nginx is not running"
                                    : "nginx runs with it");
        } finally {
            startNginx();
        }
        assertThat(query(odk)).isEqualTo("200");
    }

    @Test
    void a_rollback_to_a_file_that_nginx_rejects_by_now_is_refused() throws IOException {
        Path part = LabFiles.write(lab.root().resolve("part.conf"), "client_max_body_size 1m;\n", "rw-r--r--");
        before = before.replace("location / {", "include " + part + ";\n    location / {");
        lab.nginx().force(before);
        done("map", "move", String.valueOf(odk), String.valueOf(lab.ports().free()), "--yes");
        String broken = live();
        Files.delete(part);

        Run back = gateway("rollback", "--yes");

        assertThat(back.code()).as("%s", back).isEqualTo(ExitCode.REJECTED);
        assertThat(back.err()).contains("nginx rejects the new file").contains("part.conf");
        assertThat(live()).isEqualTo(broken);
    }
}
