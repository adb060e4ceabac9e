package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplicesTest {

    private static final byte[] ORIGINAL = "0123456789".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void splicesAreMadeAtTheOffsetsOfTheOriginalInAnyOrder() {
        assertThat(applied(Splice.of(8, 9, "eight"), Splice.deletion(0, 2), Splice.insertion(5, "+")))
                .isEqualTo("234+567eight9");
    }

    @Test
    void insertionsAtOneOffsetKeepTheirOrderAndComeBeforeAReplacementThere() {
        assertThat(applied(Splice.of(3, 4, "X"), Splice.insertion(3, "a"), Splice.insertion(3, "b")))
                .isEqualTo("012abX456789");
    }

    @Test
    void bytesThatAreNotTextComeThrough() {
        byte[] latin = {(byte) 0xE9, 'a', (byte) 0xFF, 0};
        assertThat(Splices.apply(latin, List.of(Splice.of(1, 2, "b")))).containsExactly(0xE9, 'b', 0xFF, 0);
    }

    @Test
    void noSpliceLeavesTheBytesAsTheyAre() {
        assertThat(Splices.apply(ORIGINAL, List.of())).isEqualTo(ORIGINAL);
    }

    @Test
    void overlappingSplicesAreAFaultOfTheCaller() {
        assertThatThrownBy(() -> applied(Splice.deletion(2, 5), Splice.of(4, 6, "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> applied(Splice.deletion(9, 11))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Splice.deletion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String applied(Splice... splices) {
        return new String(Splices.apply(ORIGINAL, List.of(splices)), StandardCharsets.ISO_8859_1);
    }
}
