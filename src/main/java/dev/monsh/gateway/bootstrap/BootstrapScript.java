package dev.monsh.gateway.bootstrap;

import dev.monsh.box.NginxSettings;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.Report;
import dev.monsh.gateway.transaction.GatewayScripts;
import dev.monsh.step.Sight;
import java.time.Duration;

/** Looks and acts on the machine that is to be a gateway, through one script that is uploaded once. */
final class BootstrapScript {

    private static final Duration LOOK = Duration.ofSeconds(45);
    private static final Duration ACT = Duration.ofMinutes(15);

    private final String host;
    private final GatewayScripts scripts;

    BootstrapScript(RemoteHost host, NginxSettings nginx) {
        this.host = host.name();
        this.scripts = GatewayScripts.forBootstrap(host, nginx);
    }

    /** Asks something; throws {@link RejectedException} with the machine's words where it can't be told. */
    Report ask(String what, String... arguments) {
        return require(what, scripts.ask(LOOK, "look_" + what, arguments));
    }

    /** Looks at what a step is about. */
    Sight look(String what, String... arguments) {
        Report report = ask(what, arguments);
        return switch (report.text("result")) {
            case "right" -> new Sight.Right(report.text("evidence"));
            case "skipped" -> new Sight.NotConfigured(report.text("reason"));
            default -> new Sight.Wrong(report.text("plan"));
        };
    }

    /** Does something, to its end even where the connection breaks: dpkg must not be cut off. */
    void act(String what, String... arguments) {
        require(what, scripts.finish(ACT, "act_" + what, arguments));
    }

    /** Brings a file to the machine that only its user and root can read; returns its path. */
    String upload(String name, Bytes bytes) {
        return scripts.upload(name, bytes);
    }

    private Report require(String what, Report report) {
        if (report.text("result").equals("failed")) {
            throw new RejectedException(what + " on " + host, report.text("complaint"));
        }
        return report;
    }
}
