package dev.monsh.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.RefusedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.tail.TailPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionFileTest {

    private static final TailPosition POSITION = new TailPosition(
            "{a=\"b\"} |= \"\u0001x\"",
            1_795_344_000_000_000_000L,
            1_795_344_000_000_000_001L,
            Long.MIN_VALUE,
            List.of(new TailPosition.Stream(
                    Labels.of(Map.of("a", "b", "filename", "/x\n.log")),
                    1_795_344_000_000_000_123L,
                    Map.of(-5L, 2, Long.MAX_VALUE, 1))));

    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsLoaded() {
        PositionFile file = new PositionFile(folder.resolve("cursor.json"));

        file.save(POSITION);
        file.save(POSITION);

        assertThat(file.load()).hasValue(POSITION);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void noFileIsNoPosition() {
        assertThat(new PositionFile(folder.resolve("none")).load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"version\":1,\"query\":\"{}\"",
                "{\"version\":1,\"query\":\"{}\"}",
                "{\"version\":2,\"query\":\"{}\",\"start\":1,\"covered\":1,\"unlisted\":1}",
                "{\"version\":1,\"query\":\"{}\",\"start\":\"x\",\"covered\":1,\"unlisted\":1}",
                "positions:\n  /var/log/a: 5\n"
            })
    void anotherFileIsNotTakenForAPosition(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("cursor.json"), content);

        assertThatThrownBy(() -> new PositionFile(file).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("not the position of a tail");
    }

    @Test
    void aFolderThatIsNotThereIsARefusal() {
        PositionFile file = new PositionFile(folder.resolve("none/cursor.json"));

        assertThatThrownBy(() -> file.save(POSITION))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cursor.json");
    }
}
