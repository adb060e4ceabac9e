package dev.monsh.app.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.adapter.host.TailscaleProgram;
import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Name;
import dev.monsh.command.Boxes;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.ql.Selector;
import dev.monsh.stack.Stack;
import dev.monsh.testing.FakeMetricsSource;
import dev.monsh.testing.FakeTailscale;
import dev.monsh.testing.NoLogPlaces;
import dev.monsh.testing.NoProcessSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveValuesTest {

    @TempDir
    private Path folder;

    private final List<GlobalOptions> opened = new CopyOnWriteArrayList<>();
    private String cache = ".cache";
    private Supplier<MetricsSource> server = FakeMetricsSource::new;
    private Instant now = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void namesAreAskedForOnceAndKeptForAWhile() {
        LiveValues values = values();
        assertThat(metrics(values, GlobalOptions.NONE)).containsExactly("up");
        assertThat(metrics(values, GlobalOptions.NONE)).containsExactly("up");
        assertThat(values.metricNames(GlobalOptions.NONE).labels(Selector.ALL))
                .extracting(Name::text)
                .containsExactly("instance", "job");
        assertThat(opened)
                .hasSize(3)
                .allSatisfy(options -> assertThat(options.timeout()).contains(LiveValues.REQUEST));
        now = now.plusSeconds(31);
        metrics(values, GlobalOptions.NONE);
        assertThat(opened).hasSize(5);
    }

    @Test
    void namesOfAnEarlierRunAreThereAtOnce() {
        metrics(values(), GlobalOptions.NONE);
        server = () -> {
            throw new UnreachableException("x", "away");
        };
        now = now.plusSeconds(3600);

        LiveValues later = values();
        assertThat(metrics(later, GlobalOptions.NONE)).containsExactly("up");
        assertThat(later.state()).contains(new NameState.NoAnswer("away", Optional.of(now.minusSeconds(3600))));
    }

    @Test
    void aServerThatAnswersLateKeepsNobodyWaiting() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        server = () -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new UnreachableException("x", "interrupted", null, e);
            }
            return new FakeMetricsSource();
        };
        LiveValues values = values(Duration.ZERO);

        assertThat(metrics(values, GlobalOptions.NONE)).isEmpty();
        assertThat(values.state()).contains(new NameState.Asking(Optional.empty()));
        answer.countDown();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(metrics(values, GlobalOptions.NONE)).containsExactly("up"));
        assertThat(opened).hasSize(2);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            metrics(values, GlobalOptions.NONE);
            assertThat(values.state()).isEmpty();
        });
    }

    @Test
    void eachBoxHasNamesOfItsOwn() {
        LiveValues values = values();
        metrics(values, GlobalOptions.NONE.withBox("a"));
        metrics(values, GlobalOptions.NONE.withBox("b"));
        assertThat(opened).extracting(options -> options.box().orElse("")).contains("a", "b");
    }

    @Test
    void aServerThatIsAwayCompletesNothingAndIsLeftAloneForAWhile() {
        server = () -> {
            throw new UnreachableException("x", "away");
        };
        LiveValues values = values();
        assertThat(metrics(values, GlobalOptions.NONE)).isEmpty();
        assertThat(metrics(values, GlobalOptions.NONE)).isEmpty();
        assertThat(values.boxes(GlobalOptions.NONE)).isEmpty();
        assertThat(opened).hasSize(2);
        assertThat(values.state()).contains(new NameState.NoAnswer("away", Optional.empty()));
        now = now.plusSeconds(6);
        metrics(values, GlobalOptions.NONE);
        assertThat(opened).hasSize(4);
    }

    private static List<String> metrics(LiveValues values, GlobalOptions options) {
        values.begin();
        return values.metricNames(options).metrics().stream().map(Name::text).toList();
    }

    @Test
    void filesAreThoseOfTheWorkingFolder() throws IOException {
        Files.createDirectories(folder.resolve("scripts/deep"));
        Files.writeString(folder.resolve("scripts/a b"), "");
        Files.writeString(folder.resolve("setup"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        LiveValues values = values();
        assertThat(values.files("", false)).containsExactly("scripts/", "setup");
        assertThat(values.files("s", true)).containsExactly("scripts/");
        assertThat(values.files(".", false)).containsExactly(".hidden");
        assertThat(values.files("scripts/", false)).containsExactly("scripts/a b", "scripts/deep/");
        assertThat(values.files(folder + "/se", false)).containsExactly(folder + "/setup");
        assertThat(values.files("nowhere/x", false)).isEmpty();
        assertThat(values.files("setup/x", false)).isEmpty();
    }

    /** Names that are waited for until the answer is there. */
    private LiveValues values() {
        return values(Duration.ofSeconds(20));
    }

    private LiveValues values(Duration patience) {
        return new LiveValues(
                new NoBoxes(),
                options -> options.box().orElse("local"),
                options -> {
                    opened.add(options);
                    return server.get();
                },
                new NoLogPlaces(),
                new NoProcessSources(),
                stack -> new Stack(stack, Optional.empty(), List.of()),
                () -> TailscaleProgram.on(Map.of("PATH", folder + ":/usr/bin:/bin"), Duration.ofSeconds(5)),
                options -> Map.of(),
                folder,
                () -> now,
                new BackgroundNames(
                        new NameStore(folder.resolve(cache)),
                        () -> now,
                        new BackgroundNames.Patience(patience, Duration.ofSeconds(30))));
    }

    /** A configuration that can't be read. */
    private static final class NoBoxes implements Boxes {
        @Override
        public ConfigurationLocation location(GlobalOptions options) {
            throw new UsageException("configuration", "broken");
        }

        @Override
        public BoxStore store(GlobalOptions options) {
            throw new UsageException("configuration", "broken");
        }

        @Override
        public Box chosen(GlobalOptions options) {
            throw new UsageException("configuration", "broken");
        }
    }

    @Test
    void machines_of_the_tailnet_complete_with_their_addresses() {
        FakeTailscale.running().in(folder);
        assertThat(tailnet()).containsEntry("aibox-2", "100.64.0.8").containsEntry("old-box", "100.64.0.9");
        FakeTailscale.inState("Stopped").in(folder);
        cache = "another";
        assertThat(tailnet()).isEmpty();
    }

    private Map<String, String> tailnet() {
        LiveValues values = values();
        values.begin();
        return values.tailnet(GlobalOptions.NONE);
    }
}
