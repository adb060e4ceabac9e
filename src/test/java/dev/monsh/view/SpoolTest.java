package dev.monsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoolTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "1, 10",
        "1, 1048576",
        "1, 1048577",
        "1, 3500000",
        "2, 2097152",
        "2, 2097153",
        "2, 6000000",
        "16, 3000000"
    })
    void givesBackEveryByteInOrder(int megabytesInMemory, int length) throws IOException {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(text.length()).append('\u00ff');
        }
        text.setLength(length);
        try (Spool spool = new Spool(megabytesInMemory)) {
            for (int i = 0; i < length; i += 4096) {
                spool.bytes(text.subSequence(i, Math.min(length, i + 4096)));
            }
            try (InputStream in = spool.read()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contentEquals(text))
                        .isTrue();
            }
        }
    }
}
