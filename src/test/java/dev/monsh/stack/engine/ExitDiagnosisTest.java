package dev.monsh.stack.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.mount.Mount;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines are what Debian's Prometheus 2.42 and process-exporter 0.7.10 print. */
class ExitDiagnosisTest {

    private static final PortOwners OWNERS = port -> port == 9090 ? Optional.of("nginx (pid 812)") : Optional.empty();

    private static MonshException explain(int exitCode, String... lines) {
        StackService service = StackService.plain(Service.PROMETHEUS, Path.of("/s/prometheus.yml"), 9090);
        return new ExitDiagnosis(service, "all it printed: /s/out", List.of(lines)).explain(exitCode, OWNERS);
    }

    @Test
    void aTakenPortIsNamed() {
        MonshException failure = explain(
                1,
                "ts=1 caller=main.go:802 level=error msg=\"Unable to start web listener\""
                        + " err=\"listen tcp 127.0.0.1:9090: bind: address already in use\"");
        assertThat(failure)
                .isInstanceOf(ConflictException.class)
                .hasMessage("prometheus: port 9090 is taken by nginx (pid 812)");
    }

    @Test
    void aBadLineOfPrometheussConfigurationIsPlaced() {
        MonshException failure = explain(
                2,
                "ts=1 caller=main.go:469 level=error msg=\"Error loading config (--config.file=bad.yml)\" file=/x/bad.yml"
                        + " err=\"parsing YAML file bad.yml: yaml: unmarshal errors:\\n"
                        + "  line 3: field foo not found in type config.plain\"");
        assertThat(failure)
                .isInstanceOf(RejectedException.class)
                .hasMessage(
                        "/s/prometheus.yml:3: prometheus rejects its configuration: field foo not found in type config.plain");
    }

    @Test
    void aBadLineOfTheExportersConfigurationIsPlaced() {
        MonshException failure = explain(
                1,
                "2026/11/22 17:47:17 error reading config file \"e2.yml\": yaml: unmarshal errors:",
                "  line 3: cannot unmarshal !!str `x` into []string");
        assertThat(failure)
                .hasMessage(
                        "/s/prometheus.yml:3: prometheus rejects its configuration: cannot unmarshal !!str `x` into []string");
    }

    @Test
    void aConfigurationFaultWithoutAPlaceStillNamesTheFile() {
        MonshException failure = explain(
                1,
                "2026/11/22 17:47:17 error reading config file \"e1.yml\": bad cmdline regex \"(?=x)\": error parsing");
        assertThat(failure)
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("/s/prometheus.yml: ")
                .hasMessageContaining("bad cmdline regex");
    }

    @Test
    void aDeniedFileIsNamedThoughAPanicFollows() {
        MonshException failure = explain(
                2,
                "ts=1 level=error component=activeQueryTracker msg=\"Error opening query log file\""
                        + " file=/d/queries.active err=\"open /d/queries.active: permission denied\"",
                "panic: Unable to create mmap-ed active query log",
                "goroutine 1 [running]:",
                "\tgithub.com/prometheus/prometheus/promql/query_logger.go:121 +0x3cd");
        assertThat(failure)
                .isInstanceOf(RefusedException.class)
                .hasMessage("prometheus: permission denied: /d/queries.active");
    }

    @Test
    void aPanicIsQuotedByItsFirstLineAndNotByItsStack() {
        assertThat(explain(2, "panic: no such thing", "goroutine 1 [running]:", "\tmain.go:121 +0x3cd"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("prometheus: ended with exit code 2: panic: no such thing (all it printed: /s/out)");
    }

    @Test
    void anUnknownOptionIsQuotedWithoutTheUsageAfterIt() {
        assertThat(explain(2, "flag provided but not defined: -nope", "Usage of x:", "  -debug", "  error output"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("prometheus: rejects its command line: flag provided but not defined: -nope");
    }

    /** A container's file is told by its place on this machine. */
    private static final StackService IN_A_CONTAINER = new StackService(
            "prometheus",
            Optional.of(Service.PROMETHEUS),
            "prom/prometheus",
            List.of("--config.file=/etc/prometheus/prometheus.yml"),
            List.of(),
            List.of(new Mount(true, "/s/prometheus", "/etc/prometheus", false)),
            Map.of(),
            false);

    @Test
    void aFileThatAContainerDoesNotFindIsToldByItsPlaceOutside() {
        String line = "ts=1 level=error msg=\"Error loading config (--config.file=/etc/prometheus/prometheus.yml)\""
                + " err=\"open /etc/prometheus/prometheus.yml: no such file or directory\"";
        assertThat(new ExitDiagnosis(IN_A_CONTAINER, "", List.of(line)).explain(2, OWNERS))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("the file /s/prometheus/prometheus.yml does not exist")
                .hasMessageContaining("inside: /etc/prometheus/prometheus.yml");
    }

    @Test
    void aFileThatIsInNoMountIsSaidToBeSo() {
        assertThat(new ExitDiagnosis(IN_A_CONTAINER, "", List.of("open /other/x.yml: no such file or directory"))
                        .explain(1, OWNERS))
                .hasMessageContaining("/other/x.yml does not exist and is not mounted");
    }

    @Test
    void aFullDiskIsSaid() {
        assertThat(explain(1, "write /s/data/wal/0: no space left on device"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("disk is full (all it printed: /s/out)");
    }

    @Test
    void aProgramThatCannotBeRunIsNotABrokenServer() {
        assertThat(explain(126, "sh: 1: exec: /x/prometheus: Exec format error"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("can't be run")
                .hasMessageContaining("Exec format error");
    }

    @Test
    void aLineThatMentionsAConfigurationIsNoFaultOfIt() {
        assertThat(explain(3, "level=info msg=\"Completed loading of configuration file\" filename=prometheus.yml"))
                .isInstanceOf(UnreachableException.class);
    }

    @Test
    void aSilentEndIsSaidToo() {
        assertThat(explain(9)).hasMessageContaining("exit code 9: it printed nothing");
    }
}
