package dev.monsh.dashboard.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines of the log pane. */
class LogLinesTest {

    @Test
    void linesOfAnotherSourceBeginAnew() {
        LogLines files = LogLines.of(new LogTarget.Labelled("a"))
                .from("the files", Optional.of("Loki: connection refused"))
                .and(List.of(ShownLine.of(1, "one", Optional.empty())));
        assertThat(files.from("the files", Optional.empty()).lines()).hasSize(1);
        assertThat(files.from("", Optional.of("lost")).lines()).hasSize(1);
        assertThat(files.from("Loki", Optional.empty()).lines()).isEmpty();
    }
}
