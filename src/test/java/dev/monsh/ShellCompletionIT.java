package dev.monsh;

import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion in real shells, loaded by the line that the documentation shows. */
@WithRealPrometheus
class ShellCompletionIT {

    private final Launched monsh;

    ShellCompletionIT(RealPrometheus prometheus, @TempDir Path home) {
        this.monsh = Launched.in(home).asking(prometheus.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "bash ~ --norc -i ~ source <(monsh completion bash)",
                "zsh  ~ -f -i     ~ source <(monsh completion zsh)",
                "fish ~ -i        ~ monsh completion fish | source"
            })
    void aShellCompletesAsTheConsoleDoes(String shell, String options, String loading) {
        try (PseudoTerminal terminal =
                PseudoTerminal.open(monsh.with("PS1", "ready> ").by(shell), 100, 40, options.split(" "))) {
            terminal.type(loading + "; echo loa''ded\r");
            terminal.awaitText("loaded");
            terminal.type("monsh vers\tx");
            terminal.awaitText("monsh version x");
            terminal.type("\u0015monsh query 'quirk{ki\t");
            terminal.awaitText("monsh query 'quirk{kind=\"");
            terminal.type("pl\t");
            terminal.awaitText("monsh query 'quirk{kind=\"plain\"");
            terminal.type("\u0015monsh query \"quirk{job=\t");
            terminal.awaitText("monsh query \"quirk{job=\\\"fake\\\"");
        }
    }
}
