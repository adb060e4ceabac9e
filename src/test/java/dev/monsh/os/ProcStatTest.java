package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {

    private static final String REST = " S 1 42 41 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 10";

    @Test
    void theFieldsAreTakenFromTheirPlaces() {
        assertThat(parse("42 (uvicorn)" + REST)).contains(new ProcStat(42, "uvicorn", 'S', 1, 41, 5, 6, 1, 987654, 10));
    }

    @Test
    void aNameMayHoldBlanksAndParentheses() {
        assertThat(parse("42 (a) Z 9 (b" + ")" + REST).orElseThrow().comm()).isEqualTo("a) Z 9 (b");
    }

    @Test
    void aZombieHasEnded() {
        assertThat(parse("42 (x)" + REST.replace(" S ", " Z ")).orElseThrow().ended())
                .isTrue();
        assertThat(parse("42 (x)" + REST).orElseThrow().ended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "42 (x",
                "42 (x)",
                "42 (x) S 1 2 3",
                "4x (x) S 1 42 41 0 -1 1 1 2 3 4 5 6 7 8 2 0 1 0 9"
            })
    void whatIsNotOfTheKernelsFormIsNoProcess(String text) {
        assertThat(parse(text)).isEmpty();
    }

    private static Optional<ProcStat> parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ProcStat.parse(bytes, bytes.length);
    }
}
