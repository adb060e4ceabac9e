package dev.monsh.dashboard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasteFilterTest {

    private final List<String> told = new ArrayList<>();
    private final PasteFilter filter = new PasteFilter(new PasteFilter.Target() {
        @Override
        public void keys(byte[] bytes, int count) {
            told.add("keys " + new String(bytes, 0, count, StandardCharsets.UTF_8));
        }

        @Override
        public void paste(String text) {
            told.add("paste " + text);
        }
    });

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        filter.add(bytes, bytes.length);
    }

    @Test
    void aPasteIsTakenOutFromBetweenTheKeys() {
        add("j\u001b[200~:down\nq\u001b[201~k");
        assertThat(told).containsExactly("keys j", "paste :down\nq", "keys k");
    }

    @Test
    void theMarksMayComeInParts() {
        String all = "\u001b[200~grün\r\u001b[201~q";
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        for (int cut = 3; cut < bytes.length - 1; cut++) {
            told.clear();
            filter.add(java.util.Arrays.copyOf(bytes, cut), cut);
            filter.add(java.util.Arrays.copyOfRange(bytes, cut, bytes.length), bytes.length - cut);
            assertThat(told).as("cut after %d bytes", cut).containsExactly("paste grün\r", "keys q");
        }
    }

    @Test
    void otherKeysAreNotHeldBack() {
        add("\u001b");
        add("\u001b[");
        add("\u001b[A");
        add("\u001b[2~");
        assertThat(told).containsExactly("keys \u001b", "keys \u001b[", "keys \u001b[A", "keys \u001b[2~");
    }

    @Test
    void aPasteWithoutAnEndLeavesWayForControlC() {
        add("\u001b[200~endless");
        add("q");
        add("\u0003");
        assertThat(told).containsExactly("keys \u0003");
    }

    @Test
    void aHugePasteIsCut() {
        add("\u001b[200~" + "x".repeat(200_000));
        add("\u001b[201~");
        assertThat(told.getFirst()).hasSizeBetween(60_000, 70_000);
    }
}
