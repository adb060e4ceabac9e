package dev.monsh.view.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StackViewsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final ServiceReport LOKI = new ServiceReport(
            new ServiceStatus(
                    "loki",
                    ServiceState.RUNNING,
                    Health.NONE,
                    true,
                    List.of(3100),
                    Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                    "grafana/loki:3.5.7",
                    Optional.of(URI.create("http://127.0.0.1:3100/ready")),
                    2,
                    Optional.empty(),
                    Optional.of(812L)),
            Optional.of(Service.LOKI),
            Optional.of("3.5.7"),
            OptionalDouble.of(12.345),
            OptionalLong.of(104857600),
            Optional.of("up"),
            OptionalInt.of(1));

    private static final ServiceReport DOWN = new ServiceReport(
            ServiceStatus.stopped("promtail"),
            Optional.of(Service.PROMTAIL),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.empty());

    private static String printed(OutputFormat format, TerminalProfile profile) {
        CapturedConsole console = CapturedConsole.with(profile);
        StackViews.reports(NOW).print(console.console(), format, List.of(LOKI, DOWN));
        return console.out();
    }

    @Test
    void aWideTerminalShowsAll() {
        assertThat(printed(OutputFormat.TABLE, Profiles.terminal(140))).isEqualTo("""
                        service   state    health  ready  since    restarts  ports  version    cpu     memory  scrape  watches   image
                        loki      running  -       yes    2 d ago         2  3100   3.5.7    12.3%  100.0 MiB  up      1 stream  grafana/loki:3.5.7
                        promtail  stopped  -       no     -               0  -      -            -          -  -       -         -
                        """);
    }

    @Test
    void aNarrowOneWhatMattersMost() {
        assertThat(printed(OutputFormat.TABLE, Profiles.terminal(40))).isEqualTo("""
                        service   state    ready  since    ports
                        loki      running  yes    2 d ago  3100
                        promtail  stopped  no     -        -
                        (left out: memory, cpu, scrape, health,
                        watches, restarts, version, image; -o
                        json or a wider terminal shows them)
                        """);
    }

    @Test
    void elsewhereValuesAreExact() {
        assertThat(printed(OutputFormat.TSV, Profiles.pipe()).lines().findFirst())
                .hasValue("loki\trunning\t-\tyes\t2026-11-20T09:00:00Z\t2\t3100\t3.5.7\t12.345\t104857600\tup\t1 stream"
                        + "\tgrafana/loki:3.5.7");
    }

    @Test
    void jsonHasTheMembersThatScriptsRelyOn() {
        assertThat(printed(OutputFormat.JSONL, Profiles.pipe()).lines().toList())
                .containsExactly(
                        "{\"service\":\"loki\",\"state\":\"running\",\"health\":\"none\",\"ready\":true,\"ports\":[3100],"
                                + "\"since\":\"2026-11-20T09:00:00Z\",\"image\":\"grafana/loki:3.5.7\",\"restarts\":2,"
                                + "\"exit_code\":null,\"url\":\"http://127.0.0.1:3100/ready\",\"version\":\"3.5.7\","
                                + "\"cpu_percent\":12.345,\"memory_bytes\":104857600,\"scrape\":\"up\",\"streams\":1}",
                        "{\"service\":\"promtail\",\"state\":\"stopped\",\"health\":\"none\",\"ready\":false,\"ports\":[],"
                                + "\"since\":null,\"image\":\"\",\"restarts\":0,\"exit_code\":null,\"version\":null,"
                                + "\"cpu_percent\":null,\"memory_bytes\":null,\"scrape\":null}");
    }
}
