package dev.monsh.logs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.testing.InMemoryLogSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogReaderTest {

    private static final String ALL = "{job=\"x\"}";
    private static final long START = 1_795_344_000_000_000_000L;
    private static final TimeRange HOUR = new TimeRange(START, START + 3_600_000_000_000L);
    private static final ReadSettings TENS = new ReadSettings(10, 3, 3, Duration.ofMillis(1));

    private final InMemoryLogSource source = new InMemoryLogSource();
    private final List<String> got = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final LineSink sink = new LineSink() {
        @Override
        public void line(LogLine line) {
            got.add(line.line());
        }

        @Override
        public void incomplete(long timestampNanos, long delivered) {
            missing.add(timestampNanos - START + " after " + delivered);
        }
    };

    @ParameterizedTest
    @EnumSource
    void everyLineComesOnceInOrderHoweverUnevenlyTheLinesLie(Direction direction) {
        Random random = new Random(7);
        long time = START;
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            // bursts on one timestamp, single lines, and holes of minutes
            time += random.nextInt(3) == 0 ? random.nextLong(random.nextInt(50) == 0 ? 60_000_000_000L : 1_000) : 0;
            add(time, i % 3, "line " + i);
            expected.add("line " + i);
        }
        LogQuery query = new LogQuery(ALL, new TimeRange(START, time + 1), 0, direction);

        assertThat(new LogReader(source, TENS).read(query, sink)).isEqualTo(new ReadOutcome.Lines(2_000));

        if (direction == Direction.BACKWARD) {
            Collections.reverse(expected);
        }
        assertThat(got).isEqualTo(expected);
        assertThat(missing).isEmpty();
    }

    @Test
    void aFilterIsCountedByTheLimitAndNoLineBehindItIsMissed() {
        for (int i = 0; i < 1_000; i++) {
            add(START + i / 3 * 1_000_000_000L, i % 2, "line " + i);
        }
        List<String> every97th = java.util.stream.IntStream.range(0, 1_000)
                .filter(i -> i % 97 == 0)
                .mapToObj(i -> "line " + i)
                .toList();
        for (int limit : new int[] {1, 3, 11, 0}) {
            got.clear();
            LogQuery query = new LogQuery(
                    ALL,
                    HOUR,
                    limit,
                    Direction.FORWARD,
                    line -> Integer.parseInt(line.line().substring(5)) % 97 == 0);

            int wanted = limit == 0 ? every97th.size() : limit;
            assertThat(new LogReader(source, TENS).read(query, sink)).isEqualTo(new ReadOutcome.Lines(wanted));
            assertThat(got).isEqualTo(every97th.subList(every97th.size() - wanted, every97th.size()));
        }
    }

    @Test
    void equalLinesOnOneTimestampAreAllReal() {
        for (int i = 0; i < 25; i++) {
            add(START + i / 5, 0, "same");
        }

        read(0, Direction.FORWARD);

        assertThat(got).hasSize(25);
    }

    @Test
    void aTimestampThatFillsAPageIsReadWithALargerLimitWhereTheServerTakesOne() {
        add(START, 0, "before");
        for (int i = 0; i < 75; i++) {
            add(START + 5, i % 2, "burst " + i);
        }
        add(START + 6, 0, "behind");

        read(0, Direction.FORWARD);

        assertThat(got).hasSize(77).doesNotHaveDuplicates().startsWith("before").endsWith("behind");
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTimestampThatFillsAPageIsReadStreamByStreamWhereTheServerTakesNoLargerLimit(Direction direction) {
        source.pageCeiling = 10;
        add(START, 0, "before");
        for (int i = 0; i < 36; i++) {
            add(START + 5, i % 4, "burst " + i);
        }
        add(START + 6, 0, "behind");

        read(0, direction);

        assertThat(got).hasSize(38).doesNotHaveDuplicates();
        assertThat(missing).isEmpty();
    }

    @Test
    void whatAServerDoesNotGiveOfOneTimestampIsSaidAndTheLinesBehindItStillCome() {
        source.pageCeiling = 10;
        for (int i = 0; i < 30; i++) {
            add(START + 5, 0, "burst " + i);
        }
        add(START + 6, 0, "behind");

        read(0, Direction.FORWARD);

        assertThat(got).hasSize(11).endsWith("behind");
        assertThat(missing).containsExactly("5 after 10");
    }

    @Test
    void theNewestLinesArePrintedOldestFirst() {
        addNumbers(100);

        read(35, Direction.FORWARD);

        assertThat(got).hasSize(35).startsWith("65", "66").endsWith("98", "99");
    }

    @Test
    void theNewestLinesArePrintedNewestFirstWhenThatIsWanted() {
        addNumbers(100);

        read(35, Direction.BACKWARD);

        assertThat(got).hasSize(35).startsWith("99", "98").endsWith("66", "65");
    }

    @Test
    void aLimitWithinOnePageIsOneRequest() {
        addNumbers(100);

        read(7, Direction.FORWARD);

        assertThat(got).containsExactly("93", "94", "95", "96", "97", "98", "99");
        assertThat(source.pages).hasSize(1).first().extracting(PageQuery::limit).isEqualTo(7);
    }

    @Test
    void aLimitTooLargeForMemoryIsReadTwiceAndCutsInsideOneTimestamp() {
        int cut = LogReader.KEPT_IN_MEMORY + 3;
        for (int i = 0; i < cut + 20; i++) {
            add(START + i / 10, 0, Integer.toString(i));
        }
        ReadSettings settings = new ReadSettings(5_000, 3, 1, Duration.ZERO);

        new LogReader(source, settings).read(new LogQuery(ALL, HOUR, cut, Direction.FORWARD), sink);

        assertThat(got).hasSize(cut).doesNotHaveDuplicates().endsWith(Integer.toString(cut + 19));
    }

    @Test
    void thePageLimitIsLearnedFromTheServersRefusal() {
        source.pageCeiling = 4;
        addNumbers(50);

        read(0, Direction.FORWARD);

        assertThat(got).hasSize(50);
        assertThat(source.pages.subList(1, source.pages.size())).allMatch(page -> page.limit() <= 4);
    }

    @ParameterizedTest
    @EnumSource
    void aRangeThatTheServerFindsTooLongIsReadInPieces(Direction direction) {
        source.longestRange = Duration.ofMinutes(7);
        for (int i = 0; i < 60; i++) {
            add(START + i * 60_000_000_000L, 0, Integer.toString(i));
        }

        read(0, direction);

        assertThat(got).hasSize(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatRefusesItsOwnLimitIsAskedForHalf(Direction direction) {
        // a Loki that names 30d1h and refuses more than 30 days
        source.longestRange = Duration.ofDays(30);
        source.namedLongestRange = Duration.ofDays(30).plusHours(1);
        TimeRange days = new TimeRange(START, START + Duration.ofDays(60).toNanos());
        for (int i = 0; i < 60; i++) {
            add(START + i * 86_400_000_000_000L, 0, Integer.toString(i));
        }

        new LogReader(source, TENS).read(new LogQuery(ALL, days, 0, direction), sink);

        assertThat(got).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aSparseRangeBeyondTheLimitIsReadInPieces() {
        source.longestRange = Duration.ofDays(30);
        source.namedLongestRange = Duration.ofDays(30).plusHours(1);
        TimeRange years = new TimeRange(START, START + Duration.ofDays(700).toNanos());
        add(years.endNanos() - 1, 0, "last");

        new LogReader(source, TENS).read(LogQuery.all(ALL, years), sink);

        assertThat(got).containsExactly("last");
        assertThat(source.pages).hasSizeLessThan(60);
    }

    @Test
    void aMetricOverMoreThanTheServerTakesIsRefusedAndNotCutShort() {
        source.longestRange = Duration.ofMinutes(7);
        String metric = "sum(rate({job=\"x\"}[1m]))";

        assertThatThrownBy(() -> new LogReader(source, TENS).read(LogQuery.all(metric, HOUR), sink))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void aMetricExpressionIsHandedOver() {
        LogQuery query = LogQuery.all("sum(rate({job=\"x\"}[1m]))", HOUR);

        assertThat(new LogReader(source, TENS).read(query, sink)).isInstanceOf(ReadOutcome.Metric.class);
        assertThat(source.pages.getLast().range()).as("over the whole range").isEqualTo(HOUR);
        assertThat(got).isEmpty();
    }

    @Test
    void aPassingFailureInTheMiddleIsTriedAgainWithoutLoss() {
        addNumbers(200);
        LineSink failing = line -> {
            if (got.size() == 5) {
                source.failures.add(new UnreachableException("loki", "503"));
                source.failures.add(new UnreachableException("loki", "503"));
            }
            got.add(line.line());
        };

        new LogReader(source, TENS).read(LogQuery.all(ALL, HOUR), failing);

        assertThat(got).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void aLastingFailureReachesTheCallerAfterTheLinesBeforeIt() {
        addNumbers(200);
        LineSink failing = line -> {
            if (got.size() == 5) {
                source.failures.add(new RejectedException("loki", "no more"));
            }
            got.add(line.line());
        };

        assertThatThrownBy(() -> new LogReader(source, TENS).read(LogQuery.all(ALL, HOUR), failing))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("no more");
        assertThat(got).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void aSinkThatThrowsEndsTheReading() {
        addNumbers(2_000);
        LineSink closed = line -> {
            throw new IllegalStateException("closed pipe");
        };

        assertThatThrownBy(() -> new LogReader(source, TENS).read(LogQuery.all(ALL, HOUR), closed))
                .hasMessage("closed pipe");
        assertThat(source.pages).hasSizeLessThan(20);
    }

    @Test
    void aDenseRangeIsReadWithSeveralRequestsAtOnce() {
        addNumbers(3_000);

        read(0, Direction.FORWARD);

        assertThat(got).hasSize(3_000);
        assertThat(source.pages).as("windows of about a page").hasSizeBetween(300, 900);
    }

    private void read(long limit, Direction direction) {
        new LogReader(source, TENS).read(new LogQuery(ALL, HOUR, limit, direction), sink);
    }

    private void addNumbers(int count) {
        for (int i = 0; i < count; i++) {
            add(START + i * 1_000_000L, i % 3, Integer.toString(i));
        }
    }

    private void add(long time, int stream, String text) {
        source.store.add(time, Labels.of(Map.of("job", "x", "stream", Integer.toString(stream))), text);
    }
}
