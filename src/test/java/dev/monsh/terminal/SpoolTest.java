package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.PartialException;
import java.util.function.IntSupplier;
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
    void givesBackEveryByteInOrder(int megabytesInMemory, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(text.length()).append('\u00ff');
        }
        text.setLength(length);
        try (Spool spool = new Spool(megabytesInMemory)) {
            for (int i = 0; i < length; i += 4096) {
                spool.bytes(text.subSequence(i, Math.min(length, i + 4096)));
            }
            IntSupplier bytes = spool.read();
            StringBuilder read = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                read.append((char) bytes.getAsInt());
            }
            assertThat(read.compareTo(text)).isZero();
            assertThatThrownBy(bytes::getAsInt)
                    .isInstanceOf(PartialException.class)
                    .hasMessage("temporary file: the answer could not be kept: it is shorter than what was written;"
                            + " TMPDIR names the folder");
        }
    }
}
