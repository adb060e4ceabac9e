package dev.monsh.process.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {

    @Test
    void validTextIsItself() {
        String text = "aé日本😀\u0000";
        assertThat(GoText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(GoText.hasRawBytes(text)).isFalse();
        assertThat(GoText.forRegex(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ff, 1",
        "c3, 1",
        "c080, 2",
        "e282, 2",
        "eda080, 3",
        "f0908d, 3",
        "f5808080, 4",
        "f4908080, 4",
        "80c3a9, 2",
    })
    void eachInvalidByteStandsForItself(String hex, int chars) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        String text = GoText.decode(bytes);
        assertThat(text).hasSize(chars);
        assertThat(GoText.hasRawBytes(text)).isTrue();
        assertThat(GoText.encode(text)).isEqualTo(bytes);
        assertThat(GoText.forRegex(text).charAt(0)).isEqualTo('\uFFFD');
    }

    @Test
    void anyBytesSurviveTheWayThereAndBack() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(GoText.encode(GoText.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void bytesThatFormACharacterTogetherBecomeOne() {
        String halves = GoText.ofByte(0xc3) + "" + GoText.ofByte(0xa9);
        assertThat(GoText.normalize(halves)).isEqualTo("é");
    }
}
