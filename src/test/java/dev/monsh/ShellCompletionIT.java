package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.Needed;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion in real shells, loaded by the line that the documentation shows. */
@LongRunning
@WithRealPrometheus
class ShellCompletionIT {

    private final Launched monsh;

    ShellCompletionIT(RealPrometheus prometheus, @TempDir Path home) {
        this.monsh = Launched.in(home).asking(prometheus.url());
    }

    private static void needs(String shell) {
        Needed.here(RealPrometheus.find(shell).isPresent(), shell + " is not on PATH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "bash ~ --norc -i ~ source <(monsh completion bash)",
                "zsh  ~ -f -i     ~ source <(monsh completion zsh)"
            })
    void aShellCompletesAsTheConsoleDoes(String shell, String options, String loading) {
        needs(shell);
        try (PseudoTerminal terminal =
                PseudoTerminal.open(monsh.with("PS1", "ready> ").by(shell), 100, 40, options.split(" "))) {
            terminal.type(loading + "; echo loa''ded\r");
            terminal.awaitText("loaded");
            terminal.type("monsh vers\tx");
            terminal.awaitText("monsh version x");
            terminal.type("\u0015monsh query 'quirk{ki");
            terminal.completeToText("monsh query 'quirk{kind=\"");
            terminal.type("pl");
            terminal.completeToText("monsh query 'quirk{kind=\"plain\"");
            terminal.type("\u0015monsh query \"quirk{job=");
            terminal.completeToText("monsh query \"quirk{job=\\\"fake\\\"");
        }
    }

    @Test
    void fishIsAskedForItsOwnCandidates() {
        needs("fish");
        String asked =
                "monsh completion fish | source; complete -C \"monsh query 'quirk{ki\"; complete -C 'monsh vers'";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Ended fish = monsh.shell("exec fish --no-config -c " + Launched.quoted(asked));
            assertThat(fish.out().lines()).contains("quirk{kind=\"", "version\tPrint the version");
        });
    }
}
