package dev.monsh.command.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.Answered;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import dev.monsh.view.query.QueryView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedQueryTest {

    private static final Query NOW = new Query.Instantaneous("up", Optional.empty());
    private static final long MILLIS = 1_795_343_400_000L;

    private final FakeMetricsSource source = new FakeMetricsSource();
    private final CapturedConsole piped = CapturedConsole.piped();

    @Test
    void jsonIsTheDataObjectAsItCameAndALineEnd() {
        String data = "{\"resultType\":\"scalar\",\"result\":[1795343400.10,\"1\"]}";
        source.answeringData(data).saying(List.of("w"), List.of("i"));
        assertThat(write(OutputFormat.JSON)).isEqualTo(new Answered(false, new Notices(List.of("w"), List.of("i"))));
        assertThat(piped.out()).isEqualTo(data + "\n");
    }

    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = "YAML", mode = EnumSource.Mode.EXCLUDE)
    void anEmptyAnswerIsNoticedInEveryForm(OutputFormat format) {
        assertThat(write(format).empty()).isTrue();
        assertThat(source.asked()).containsExactly(NOW);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"YAML", "JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAnswerWithASeriesIsWrittenInEveryForm(OutputFormat format) {
        source.answering(FakeMetricsSource.vector(MILLIS, Labels.of(Map.of("job", "a")), "1"));
        assertThat(write(format).empty()).isFalse();
        assertThat(piped.out()).endsWith("\n").contains("1");
        assertThat(source.asked()).containsExactly(NOW);
    }

    private Answered write(OutputFormat format) {
        return new AskedQuery(source, NOW).writeTo(new QueryView(piped.console()), format);
    }
}
