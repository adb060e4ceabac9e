package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.PartialException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.ClosedPipeException;
import dev.monsh.terminal.Output;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FailingStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReportTest {

    private final CapturedConsole captured = CapturedConsole.piped();
    private final FailureReport report = new FailureReport(captured.console());

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new UsageException("a", "b"), ExitCode.USAGE),
                Arguments.of(new UnreachableException("a", "b"), ExitCode.UNREACHABLE),
                Arguments.of(new RefusedException("a", "b"), ExitCode.REFUSED),
                Arguments.of(new RejectedException("a", "b"), ExitCode.REJECTED),
                Arguments.of(new PartialException("a", "b"), ExitCode.PARTIAL),
                Arguments.of(new ConflictException("a", "b"), ExitCode.CONFLICT),
                Arguments.of(new TimedOutException("a", "b"), ExitCode.TIMED_OUT),
                Arguments.of(new ConfigurationException(List.of(new Problem("a", 0, 0, "b"))), ExitCode.USAGE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfFailureIsALineAndItsCode(RuntimeException failure, ExitCode code) {
        assertThat(report.tell(failure, "monsh: ", false)).isEqualTo(code);
        String next = code == ExitCode.TIMED_OUT ? "  try: --timeout 5m\n" : "";
        assertThat(captured.err()).isEqualTo("monsh: a: b\n" + next);
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void whatToTryNextIsASecondLine() {
        report.tell(new UsageException("query", "no such option", "monsh help query"), "monsh: ", false);
        assertThat(captured.err()).isEqualTo("monsh: query: no such option\n  try: monsh help query\n");
    }

    @Test
    void allFaultsOfAConfigurationAreTold() {
        ConfigurationException failure = new ConfigurationException(
                List.of(new Problem("c.yml", 3, 7, "wrong"), new Problem("c.yml", 0, 0, "empty")), "monsh config path");
        assertThat(report.tell(failure, "s.monsh:4: ", false)).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err())
                .isEqualTo("s.monsh:4: c.yml:3:7: wrong\ns.monsh:4: c.yml: empty\n  try: monsh config path\n");
    }

    @Test
    void aClosedPipeIsNoFailureAndSaysNothing() {
        Output broken = new Output(FailingStream.closedPipe());
        broken.write("x");
        try {
            broken.flush();
        } catch (ClosedPipeException e) {
            assertThat(report.tell(e, "monsh: ", true)).isEqualTo(ExitCode.DONE);
        }
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void anInterruptSaysNothing() {
        assertThat(report.tell(new InterruptedException(), "monsh: ", false)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(report.tell(new InterruptedByUserException("a", "b"), "monsh: ", false))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void aFaultOfTheProgramIsSaidToBeOne() {
        assertThat(report.tell(new IllegalStateException("boom"), "monsh: ", false))
                .isEqualTo(ExitCode.FAULT);
        assertThat(captured.err())
                .isEqualTo("monsh: a bug in monsh: java.lang.IllegalStateException: boom\n"
                        + "  try: run it again with --verbose and report the output\n");
    }

    @Test
    void tooLittleMemoryIsToldWithTheFormsThatNeedLess() {
        assertThat(report.tell(new OutOfMemoryError(), "monsh: ", false)).isEqualTo(ExitCode.FAULT);
        assertThat(captured.err()).contains("memory").contains("-o csv");
    }

    @Test
    void onlyVerboseShowsWhereItHappened() {
        report.tell(new UsageException("a", "b"), "monsh: ", true);
        assertThat(captured.err())
                .startsWith(
                        "monsh: a: b\ndev.monsh.failure.UsageException: a: b\n    at dev.monsh.app.FailureReportTest.")
                .endsWith("\n")
                .doesNotContain("\\t");
    }

    @Test
    void controlCharactersOfAMessageAreVisible() {
        report.tell(new RejectedException("http://x", "\u001b[2J\nsecond"), "monsh: ", false);
        assertThat(captured.err()).isEqualTo("monsh: http://x: \\e[2J\nsecond\n");
    }
}
