package dev.monsh.logs.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.PageQuery;
import dev.monsh.testing.InMemoryLogSource;
import dev.monsh.testing.LineShapes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading everything costs a server whose answer takes time in proportion to the range it is asked over. */
class ReadCostTest {

    private static final int PAGE = 500;
    private static final int LINES = 40 * PAGE;

    /** What a request costs beside its range, where the whole range costs 1. */
    private static final double REQUEST = 0.01;

    static Stream<Arguments> shapes() {
        return Stream.of(LineShapes.values())
                .flatMap(shape -> Stream.of(Direction.values()).map(direction -> Arguments.of(shape, direction)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyLineComesOnceAndInOrderAtLittleMoreThanTheBareRequests(LineShapes shape, Direction direction) {
        CountingSource source = new CountingSource(shape);
        List<String> got = new ArrayList<>();
        ReadSettings settings = new ReadSettings(PAGE, 2, 1, Duration.ZERO);
        LogQuery query = new LogQuery("{job=\"x\"}", shape.range(), 0, direction);

        new LogReader(source, settings).read(query, line -> got.add(line.line()));

        List<String> expected = new ArrayList<>(IntStream.range(0, shape.lines(LINES))
                .mapToObj(Integer::toString)
                .toList());
        if (direction == Direction.BACKWARD) {
            Collections.reverse(expected);
        }
        assertThat(got).isEqualTo(expected);
        assertThat(source.mostUnderWay.get()).isLessThanOrEqualTo(2);
        double bare = 1 + REQUEST * Math.max(1, shape.lines(LINES) / PAGE);
        assertThat(source.cost()).as("%d requests", source.pages.size()).isLessThanOrEqualTo(2 * bare);
    }

    private static final class CountingSource extends InMemoryLogSource {

        private final LineShapes shape;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger mostUnderWay = new AtomicInteger();

        CountingSource(LineShapes shape) {
            this.shape = shape;
            this.pageCeiling = PAGE;
            shape.fill(store, LINES);
        }

        @Override
        public LogAnswer page(PageQuery query) {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                return super.page(query);
            } finally {
                underWay.decrementAndGet();
            }
        }

        double cost() {
            double whole = shape.range().lengthNanos();
            return pages.stream()
                    .mapToDouble(page -> REQUEST + page.range().lengthNanos() / whole)
                    .sum();
        }
    }
}
