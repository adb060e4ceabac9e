package dev.monsh.command.grafana;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.failure.ExitCode;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.grafana.TokenRights;
import dev.monsh.view.grafana.GrafanaViews;
import java.util.List;

/** {@code grafana status}: whether Grafana is well, and what the token may do. */
public final class GrafanaStatusCommand {

    private final Grafanas grafanas;

    public GrafanaStatusCommand(Grafanas grafanas) {
        this.grafanas = grafanas;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return GrafanaCommand.list("grafana status", "Show Grafana's version and health, and what the token may do")
                .details("""
                        The token comes from grafana: {token_file, token_env or token_command} in the configuration. It is
                        sent only after the health page has shown that Grafana answers there. Exit code 1 when Grafana's
                        database fails or the token lacks a right that monsh needs.
                        """)
                .example("monsh grafana status", "version, health and rights")
                .example("monsh grafana status -o json", "the same for a program")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        GrafanaServer grafana = grafanas.open(call.globals());
        ServerHealth health = grafana.health();
        TokenRights rights = grafana.rights();
        List<GrafanaViews.Fact> facts = GrafanaViews.facts(grafana.address(), health, rights);
        GrafanaViews.status().print(call.console(), call.format(), facts);
        if (rights.scopes().isEmpty()) {
            call.console().note("this Grafana does not report the rights of a token");
        }
        boolean lacks = rights.needed().stream().anyMatch(right -> !right.granted());
        if (lacks) {
            call.console().note("give the token's service account the missing rights, or the role Admin");
        }
        return health.isGood() && !lacks ? ExitCode.DONE : ExitCode.NO;
    }
}
