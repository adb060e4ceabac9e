package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.host.TailscaleProgram;
import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.Boxes;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveValuesTest {

    @TempDir
    private Path folder;

    private final List<GlobalOptions> opened = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void namesAreAskedForBrieflyAndKeptForAWhile() {
        LiveValues values = values();
        assertThat(values.metrics(GlobalOptions.NONE)).containsExactly("up");
        assertThat(values.metrics(GlobalOptions.NONE)).containsExactly("up");
        assertThat(values.labels(GlobalOptions.NONE)).containsExactly("instance", "job");
        assertThat(opened)
                .hasSize(2)
                .allSatisfy(options -> assertThat(options.timeout()).contains(Duration.ofMillis(1500)));
        now = now.plusSeconds(31);
        values.metrics(GlobalOptions.NONE);
        assertThat(opened).hasSize(3);
    }

    @Test
    void eachBoxHasNamesOfItsOwn() {
        LiveValues values = values();
        values.metrics(GlobalOptions.NONE.withBox("a"));
        values.metrics(GlobalOptions.NONE.withBox("b"));
        assertThat(opened).extracting(options -> options.box().orElse("")).containsExactly("a", "b");
    }

    @Test
    void aServerThatIsAwayCompletesNothing() {
        LiveValues values = new LiveValues(
                new NoBoxes(),
                options -> {
                    throw new UnreachableException("x", "away");
                },
                new NoLogPlaces(),
                new NoProcessSources(),
                stack -> new Stack(stack, Optional.empty(), List.of()),
                () -> TailscaleProgram.on(folder.toString(), Duration.ofSeconds(5)),
                folder,
                () -> now);
        assertThat(values.labels(GlobalOptions.NONE)).isEmpty();
        assertThat(values.boxes(GlobalOptions.NONE)).isEmpty();
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

    private LiveValues values() {
        return new LiveValues(
                new NoBoxes(),
                options -> {
                    opened.add(options);
                    return new FakeMetricsSource();
                },
                new NoLogPlaces(),
                new NoProcessSources(),
                stack -> new Stack(stack, Optional.empty(), List.of()),
                () -> TailscaleProgram.on(folder.toString(), Duration.ofSeconds(5)),
                folder,
                () -> now);
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
        assertThat(values().tailnet(GlobalOptions.NONE))
                .containsEntry("aibox-2", "100.64.0.8")
                .containsEntry("old-box", "100.64.0.9");
        FakeTailscale.inState("Stopped").in(folder);
        assertThat(values().tailnet(GlobalOptions.NONE)).isEmpty();
    }
}
