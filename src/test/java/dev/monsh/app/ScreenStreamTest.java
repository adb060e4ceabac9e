package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.loop.CommandLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenStreamTest {

    private final List<String> shown = new ArrayList<>();
    private final ScreenStream stream = new ScreenStream(new CommandLine.Screen() {
        @Override
        public void line(String line) {
            shown.add(line);
        }

        @Override
        public void clear() {
            shown.clear();
        }
    });

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
    }

    @Test
    void clearLeavesNothingOnTheScreen() {
        write("one\n\u001b[H\u001b[2J\u001b[3J");
        stream.close();
        assertThat(shown).isEmpty();
    }

    @Test
    void otherSequencesAreShownAndDoNothing() {
        write("a\u001b[3J\n");
        assertThat(shown).containsExactly("a\\e[3J");
    }
}
