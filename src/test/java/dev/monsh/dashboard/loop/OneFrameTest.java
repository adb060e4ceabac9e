package dev.monsh.dashboard.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Size;
import dev.monsh.metrics.MetricsSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One frame of boxes whose servers take every request and never answer. */
class OneFrameTest {

    private static final Size SIZE = new Size(110, 40);
    private static final String LATE = "no answer within 0.1 s";

    private final OneFrame once = new OneFrame(OneFrameTest::silent, InstantSource.system(), Duration.ofMillis(100));

    private static BoxSources silent(String box) {
        CountDownLatch never = new CountDownLatch(1);
        MetricsSource prometheus = (MetricsSource) Proxy.newProxyInstance(
                MetricsSource.class.getClassLoader(), new Class<?>[] {MetricsSource.class}, (self, method, words) -> {
                    never.await();
                    return null;
                });
        return new BoxSources(
                box,
                Optional.empty(),
                Optional.of(prometheus),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatDidNotAnswerInTimeIsSaid() throws InterruptedException {
        Dashboard frame = once.of("odk04", SIZE);
        assertThat(frame.latest().groups().failure()).contains(LATE);
        assertThat(frame.latest().alerts().failure()).contains(LATE);
    }

    @Test
    void boxesThatDidNotAnswerInTimeAreSaid() throws InterruptedException {
        Dashboard frame = once.of(List.of("a", "b"), SIZE);
        assertThat(frame.fleet().rows())
                .hasSize(2)
                .allMatch(row -> row.figures().failure().filter(LATE::equals).isPresent());
    }
}
