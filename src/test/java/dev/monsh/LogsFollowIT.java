package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.labels.Labels;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.NumberedWriter;
import dev.monsh.testing.Running;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.StandInLoki.Canned;
import dev.monsh.testing.TailEnding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code logs -f} from outside: what it prints through ends of the server, and how it ends itself. */
@LongRunning
class LogsFollowIT {

    private static final String NUMBERS = "{job=\"numbers\"}";
    private static final Labels ONE = Labels.of(Map.of("job", "x", "service", "one"));

    @TempDir
    private Path folder;

    private final StandInLoki loki = StandInLoki.start();
    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).with("MONSH_LOKI_URL", loki.url());
    }

    @AfterEach
    void stop() {
        loki.close();
    }

    private void awaitTails(int taken) {
        await().atMost(Duration.ofSeconds(30)).until(() -> loki.tailsTaken() >= taken);
    }

    /** Longer than lines are held back. */
    private static void holdBack() {
        pause(2_500);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static long nanos() {
        return Instant.now().toEpochMilli() * 1_000_000L;
    }

    @Test
    void everyLineComesOnceThroughEndsOfTheServerAndCtrlCIs130() {
        Running running = monsh.start("logs", "-f", NUMBERS, "--since", "1m", "-o", "raw");
        try (NumberedWriter writer = new NumberedWriter(loki, 5, 300)) {
            awaitTails(1);
            pause(1_000);
            loki.endTails(new TailEnding.Close(1011, "all ingesters closed the connection"));
            awaitTails(2);
            pause(500);
            loki.kill();
            pause(1_000);
            loki.comeBack();
            awaitTails(3);
            pause(1_000);
            loki.endTails(new TailEnding.HalfFrame());
            awaitTails(4);
            pause(5_000);
            writer.stop();
            holdBack();
            running.signal("INT");

            Ended ended = running.end();
            assertThat(ended.code()).as(ended.err()).isEqualTo(130);
            List<String> lines = ended.lines();
            assertThat(lines).containsExactlyInAnyOrderElementsOf(numbers(0, writer.written()));
            for (int stream = 0; stream < 5; stream++) {
                int which = stream;
                assertThat(lines.stream().mapToInt(Integer::parseInt).filter(number -> number % 5 == which))
                        .isSorted();
            }
            assertThat(ended.err())
                    .contains("closed by the server (1011: all ingesters closed the connection); retrying in")
                    .contains("reconnected after");
        }
    }

    @Test
    void linesThatAreHeldBackArePrintedWhenTheUserEndsIt() {
        Running running = monsh.start("logs", "-f", "{job=\"x\"}", "--cursor", "c", "-o", "raw");
        awaitTails(1);
        loki.push(nanos(), ONE, "held");
        pause(300);
        running.signal("INT");

        Ended ended = running.end();
        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.out()).isEqualTo("held\n");
        assertThat(monsh.shell("cat c").out()).contains("\"query\":\"{job=\\\"x\\\"}\"", "\"service\":\"one\"");
    }

    @Test
    void aCursorGoesOnAfterAKillAndRepeatsAtMostWhatWasNotSaved() {
        try (NumberedWriter writer = new NumberedWriter(loki, 5, 200)) {
            Running first = monsh.start("logs", "-f", NUMBERS, "--since", "1m", "--cursor", "c", "-o", "raw");
            awaitTails(1);
            pause(4_000);
            first.signal("KILL");
            List<String> before = first.end().lines();
            pause(1_000);
            Running second = monsh.start("logs", "-f", NUMBERS, "--cursor", "c", "-o", "raw");
            awaitTails(2);
            pause(1_500);
            writer.stop();
            holdBack();
            second.signal("TERM");
            Ended ended = second.end();

            assertThat(ended.code()).isEqualTo(143);
            Set<String> all = new HashSet<>(before);
            all.addAll(ended.lines());
            assertThat(all).containsExactlyInAnyOrderElementsOf(numbers(0, writer.written()));
            assertThat(ended.lines()).doesNotHaveDuplicates();
            Set<String> repeated = new HashSet<>(before);
            repeated.retainAll(new HashSet<>(ended.lines()));
            // at most what came within the second between two savings
            assertThat(repeated).hasSizeLessThan(450);
        }
    }

    @Test
    void theNewestLinesComeFirst() {
        IntStream.range(0, 50).forEach(i -> loki.push(nanos() - (50 - i) * 1_000_000_000L, ONE, "line " + i));
        Running running = monsh.start("logs", "-f", "{job=\"x\"}", "--limit", "2", "-o", "raw");
        awaitTails(1);
        loki.push(nanos(), ONE, "new");
        holdBack();
        running.signal("INT");

        assertThat(running.end().out()).isEqualTo("line 48\nline 49\nnew\n");
    }

    @Test
    void filtersOfOurOwnAskNothingNew() {
        Running running = monsh.start("logs", "-f", "{job=\"x\"}", "--grep", "o[nk]", "--level", "warn", "-o", "raw");
        awaitTails(1);
        loki.push(nanos(), ONE, "ERROR on");
        loki.push(nanos(), ONE, "INFO on");
        loki.push(nanos(), ONE, "ERROR off");
        holdBack();
        running.signal("INT");

        assertThat(running.end().out()).isEqualTo("ERROR on\n");
        assertThat(loki.requests()).noneMatch(request -> request.contains("ERROR") || request.contains("o[nk]"));
    }

    @Test
    void aReaderThatGoesEndsItWithZero() {
        Running running = monsh.startShell("{ monsh logs -f -o raw '{job=\"x\"}'; echo code $? >&2; } | head -1");
        awaitTails(1);
        for (int i = 0; i < 40; i++) {
            loki.push(nanos(), ONE, "line " + i);
            pause(100);
        }

        Ended ended = running.end();
        assertThat(ended.out()).isEqualTo("line 0\n");
        assertThat(ended.err()).isEqualTo("code 0\n");
    }

    @Test
    void aGatewayThatDoesNotUpgradeIsNamedWithTheCommandThatHelps() {
        loki.script("tail", new Canned(400, "text/plain; charset=utf-8", "Bad Request\n"));

        Ended ended = monsh.run("logs", "-f", "{job=\"x\"}");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err())
                .contains("does not pass on the WebSocket upgrade")
                .contains("  try: monsh gateway harden");
    }

    @Test
    void whatCanNotBeFollowedIsSaid() {
        Ended numbers = monsh.run("logs", "-f", "rate({job=\"x\"}[5m])");
        assertThat(numbers.code()).isEqualTo(5);
        assertThat(numbers.err()).contains("the expression returns numbers; only lines can be followed");

        Ended wrong = monsh.run("logs", "-f", "{job=\"x\"", "--since", "1m");
        assertThat(wrong.code()).isEqualTo(5);
        assertThat(wrong.err()).contains("LogQL:1:9: parse error").endsWith("{job=\"x\"\n        ^\n");
    }
}
