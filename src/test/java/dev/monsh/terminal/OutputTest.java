package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.PartialException;
import dev.monsh.testing.FailingStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

    private static final String MIXED = "plain größe 日本 🙂🙂 e\u0301 \u0000\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output out = new Output(bytes);

    @Test
    void nothingIsWrittenBeforeAFlush() {
        out.write("abc");
        assertThat(bytes.size()).isZero();
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    }

    @Test
    void everyWayToWriteGivesTheSameUtf8() {
        out.write(MIXED);
        out.write("<" + MIXED + ">", 1, MIXED.length());
        out.write(MIXED.toCharArray(), 0, MIXED.length());
        out.append(MIXED).append(new StringBuilder(MIXED));
        out.bytes(MIXED.getBytes(StandardCharsets.UTF_8));
        assertThat(written()).isEqualTo(MIXED.repeat(6));
    }

    @Test
    void aCharacterOfTwoHalvesMayComeInTwoWrites() {
        for (int i = 0; i < MIXED.length(); i++) {
            out.write(MIXED.charAt(i));
        }
        for (int i = 0; i < MIXED.length(); i++) {
            out.append(MIXED.charAt(i));
        }
        for (int i = 0; i <= MIXED.length(); i++) {
            out.write(MIXED, 0, i);
            out.write(MIXED, i, 0);
            out.write(MIXED.substring(i));
        }
        assertThat(written()).isEqualTo(MIXED.repeat(3 + MIXED.length()));
    }

    @Test
    void aPrintWriterInFrontBreaksNoCharacter() {
        PrintWriter writer = new PrintWriter(new java.io.BufferedWriter(out, 3));
        writer.print("a🙂🙂🙂🙂");
        writer.flush();
        assertThat(written()).isEqualTo("a🙂🙂🙂🙂");
    }

    @Test
    void aHalfWithoutItsOtherIsAQuestionMark() {
        out.write("a\ud83d");
        out.write("b");
        out.write(0xd83d);
        out.bytes(new byte[] {'c'});
        out.write("\ude42\ud83d");
        assertThat(written()).isEqualTo("a?b?c??");
    }

    @ParameterizedTest
    @ValueSource(ints = {32_766, 32_767, 32_768, 32_769, 65_536, 100_000})
    void textLongerThanTheBufferIsWhole(int length) throws IOException {
        String text = "x".repeat(length - 1) + "ü" + "日".repeat(20_000);
        out.write(text);
        out.write('y');
        try (OutputStream stream = out.asStream()) {
            stream.write('z');
            stream.write("🙂".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(written()).isEqualTo(text + "yz" + "🙂".repeat(10_000));
    }

    @Test
    void aReaderThatHasGoneIsAClosedPipe() {
        Output broken = new Output(FailingStream.closedPipe());
        broken.write("x");
        assertThatThrownBy(broken::flush).isInstanceOf(ClosedPipeException.class);
        assertThatThrownBy(() -> broken.write("x".repeat(40_000))).isInstanceOf(ClosedPipeException.class);
    }

    @Test
    void anyOtherFaultMeansThatResultsAreMissing() {
        Output full = new Output(new FailingStream("No space left on device"));
        full.write("x");
        assertThatThrownBy(full::flush)
                .isInstanceOfSatisfying(
                        PartialException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PARTIAL))
                .hasMessage("output: the output could not be written completely: No space left on device");
    }

    @Test
    void whatCouldNotBeWrittenIsNotTriedAgain() {
        Output broken = new Output(FailingStream.closedPipe());
        broken.write("x");
        assertThatThrownBy(broken::flush).isInstanceOf(ClosedPipeException.class);
        broken.flush();
    }

    @Test
    void closingFlushesAndLeavesTheStreamOpen() {
        out.write("a");
        out.close();
        out.write("b");
        assertThat(written()).isEqualTo("ab");
    }

    private String written() {
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
