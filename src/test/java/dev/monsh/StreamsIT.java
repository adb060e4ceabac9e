package dev.monsh;

import static dev.monsh.testing.FaultyServer.answeringJson;
import static dev.monsh.testing.FaultyServer.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import dev.monsh.testing.Running;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals, and streams that are closed, full, or no longer read. */
class StreamsIT {

    @TempDir
    private Path folder;

    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
    }

    @Test
    void anInterruptEndsASlowQueryQuietly() {
        try (FaultyServer server = FaultyServer.that(waiting());
                Running running = monsh.asking(server.url()).start("query", "up")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !server.asked().isEmpty());
            running.signal("INT");
            Ended ended = running.end();

            assertThat(ended.code()).isEqualTo(130);
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void aTerminationEndsASlowQueryAtOnce() {
        try (FaultyServer server = FaultyServer.that(waiting());
                Running running = monsh.asking(server.url()).start("query", "up")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !server.asked().isEmpty());
            running.signal("TERM");

            assertThat(running.end().code()).isEqualTo(143);
        }
    }

    @Test
    void aReaderThatGoesEndsABigAnswerQuietly() {
        try (FaultyServer server = FaultyServer.that(answeringJson(bigAnswer()))) {
            for (String format : new String[] {"tsv", "csv", "json", "jsonl", "raw", "table"}) {
                Ended ended = monsh.asking(server.url())
                        .shell("{ monsh query up -o " + format + "; echo $? >&2; } | head -c 10");

                assertThat(ended.stdout()).hasSize(10);
                assertThat(ended.err()).describedAs(format).isEqualTo("0\n");
            }
        }
    }

    private static String bigAnswer() {
        StringBuilder json =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[");
        for (int i = 0; i < 30_000; i++) {
            json.append(i == 0 ? "" : ",").append("{\"metric\":{\"number\":\"").append(i);
            json.append("\"},\"value\":[1795343400,\"").append(i).append("\"]}");
        }
        return json.append("]}}").toString();
    }

    @Test
    void aFullDiskIsToldAndIsAPartialResult() {
        Ended ended = monsh.shell("monsh version > /dev/full");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err())
                .isEqualTo("monsh: output: the output could not be written completely: No space left on device\n");
        assertThat(monsh.shell("monsh --version > /dev/full").code()).isEqualTo(6);
        assertThat(monsh.shell("monsh help > /dev/full").code()).isEqualTo(6);
        assertThat(monsh.shell("echo version | monsh > /dev/full").code()).isEqualTo(6);
    }

    @Test
    void closedStreamsAreNoFiles() {
        assertThat(monsh.shell("monsh version <&-").code()).isZero();
        Ended nothingToRead = monsh.shell("monsh <&-");
        assertThat(nothingToRead.code()).isZero();
        assertThat(nothingToRead.err()).isEmpty();
        assertThat(monsh.shell("monsh version >&-").code()).isEqualTo(6);
        assertThat(monsh.shell("monsh qurey 2>&-").code()).isEqualTo(2);
        assertThat(monsh.shell("monsh version <&- >&- 2>&-").code()).isEqualTo(6);
    }
}
