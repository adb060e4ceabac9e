package dev.monsh.adapter.nativeengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.ExitCode;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Another Prometheus answers on the stack's port: its answers are never taken for those of the stack's own. */
@WithRealPrometheus
class ForeignPrometheusIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Stack stack = new Stack(Path.of(""), Optional.empty(), List.of());

    @BeforeEach
    void writeStack(RealPrometheus foreign) throws IOException {
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
        int port = URI.create(foreign.url()).getPort();
        stack = new Stack(
                folder.resolve("stack"),
                Optional.empty(),
                List.of(StackService.plain(Service.PROMETHEUS, configuration, port)));
    }

    private void upIsAConflict(PortOwnership ports, String owner) {
        Map<String, String> environment =
                Map.of("PATH", System.getProperty("monsh.it.path", "") + ":" + System.getenv("PATH"));
        NativeEngine engine = new NativeEngine(environment, folder, PATIENCE, ports);
        assertThatThrownBy(() -> engine.up(stack, stack.services(), PATIENCE, ProgressListener.silent()))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.exitCode()).isEqualTo(ExitCode.CONFLICT))
                .hasMessageMatching("prometheus: port \\d+ is taken by " + owner);
        assertThat(engine.runs(stack)).isFalse();
    }

    @RepeatedTest(50)
    void upNamesTheServerThatHasThePort() {
        upIsAConflict(new KernelPorts(), "prometheus \\(pid \\d+\\)");
    }

    /** The port is taken between the look at it and the start, so that both servers live for a moment. */
    @RepeatedTest(10)
    void upTellsItsOwnServerFromTheOneThatAnswers() {
        KernelPorts kernel = new KernelPorts();
        PortOwnership late = new PortOwnership() {

            private boolean asked;

            @Override
            public boolean owns(long pid, int port) {
                return kernel.owns(pid, port);
            }

            @Override
            public Optional<String> owner(int port) {
                boolean first = !asked;
                asked = true;
                return first ? Optional.empty() : kernel.owner(port);
            }
        };
        upIsAConflict(late, "prometheus \\(pid \\d+\\)");
    }
}
