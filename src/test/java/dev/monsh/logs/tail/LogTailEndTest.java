package dev.monsh.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LogNextStep;
import dev.monsh.logs.TailEnd;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ends a tail for good. */
class LogTailEndTest extends LogTailCase {

    @Test
    void anExpressionThatGivesNumbersEndsTheTail() {
        time.in(1, () -> loki.end(new TailEnd.Closed(1011, "only log selector is supported")));

        assertThatThrownBy(() -> follow(5))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("only log selector is supported");
    }

    @Test
    void aProxyThatDoesNotUpgradeIsNamedWithTheWayOut() {
        loki.refusals.add(new TailEnd.Answered(400, "text/plain", "Bad Request"));

        assertThatThrownBy(() -> follow(5)).isInstanceOfSatisfying(RejectedException.class, failure -> {
            assertThat(failure.why()).contains("400", "proxy", "WebSocket upgrade");
            assertThat(failure.next()).isEqualTo(new LogNextStep.PassLiveTail());
        });
    }

    @Test
    void aParseErrorEndsTheTailWithItsTextAndPlace() {
        String text = "parse error at line 1, col 13: syntax error: unexpected $end, expecting } or ,";
        loki.refusals.add(new TailEnd.Answered(400, "text/plain", text));

        assertThatThrownBy(() -> follow(5)).isInstanceOfSatisfying(RejectedException.class, failure -> {
            assertThat(failure.why()).isEqualTo("parse error: syntax error: unexpected $end, expecting } or ,");
            assertThat(failure.what()).isEqualTo("LogQL:1:13");
        });
    }

    @Test
    void aRefusalEndsTheTailEvenLater() {
        time.in(1, () -> {
            loki.refusals.add(new TailEnd.Answered(401, "text/html", "<html>login</html>"));
            loki.end(CUT);
        });

        assertThatThrownBy(() -> follow(5)).isInstanceOf(RefusedException.class).hasMessageContaining("401");
    }

    @Test
    void aServerThatIsNotThereAtTheFirstAttemptIsAFailure() {
        loki.refusals.add(new TailEnd.Unreachable("connection refused"));

        assertThatThrownBy(() -> follow(5)).isInstanceOf(UnreachableException.class);
        assertThat(positions.saves()).isZero();
    }

    @Test
    void aServerThatIsNotReadyAtTheFirstAttemptIsWaitedForAWhile() {
        loki.refusals.addAll(IntStream.range(0, 5)
                .mapToObj(i -> (TailEnd) new TailEnd.Answered(503, "text/plain", "Ingester not ready"))
                .toList());
        time.in(1, () -> loki.store.add(time.nowNanos(), A, "meanwhile"));

        follow(60);

        assertThat(sink.texts()).containsExactly("meanwhile");
    }

    @Test
    void aServerThatIsNeverReadyIsGivenUp() {
        loki.refusals.addAll(IntStream.range(0, 100)
                .mapToObj(i -> (TailEnd) new TailEnd.Answered(503, "text/plain", "Ingester not ready"))
                .toList());

        assertThatThrownBy(() -> follow(500))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("503: Ingester not ready");
        assertThat(time.nowNanos() - START).isBetween(60 * SECOND, 80 * SECOND);
    }

    @Test
    void linesThatWereHeldBackAreNotLostToAFailure() {
        time.in(1, () -> loki.write(A, "last words"));
        time.in(1.1, () -> loki.end(new TailEnd.Closed(1011, "only log selector is supported")));

        assertThatThrownBy(() -> follow(5)).isInstanceOf(RejectedException.class);
        assertThat(sink.texts()).containsExactly("last words");
    }
}
