package dev.monsh.gateway.transaction;

import dev.monsh.box.NginxSettings;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.host.Privilege;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.RemoteRun;
import dev.monsh.gateway.host.Report;
import dev.monsh.gateway.host.ScriptResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shell script that does our work on a gateway: uploaded once a connection, and asked for one action at a time. */
public final class GatewayScripts {

    private static final List<String> BOOTSTRAP = List.of(
            "common.sh",
            "read.sh",
            "../bootstrap/packages.sh",
            "../bootstrap/nginx.sh",
            "../bootstrap/tailscale.sh",
            "../bootstrap/main.sh");
    private static final List<String> PARTS = List.of(
            "common.sh",
            "read.sh",
            "check.sh",
            "journal.sh",
            "companion.sh",
            "test.sh",
            "apply.sh",
            "recover.sh",
            "tailscale.sh",
            "sites.sh",
            "main.sh");

    private final RemoteHost host;
    private final NginxSettings nginx;
    private final String name;
    private final List<String> parts;
    private Optional<String> folder = Optional.empty();

    GatewayScripts(RemoteHost host, NginxSettings nginx) {
        this(host, nginx, "gateway.sh", PARTS);
    }

    private GatewayScripts(RemoteHost host, NginxSettings nginx, String name, List<String> parts) {
        this.host = host;
        this.nginx = nginx;
        this.name = name;
        this.parts = parts;
    }

    /** Returns the script that makes a gateway out of a bare machine. */
    public static GatewayScripts forBootstrap(RemoteHost host, NginxSettings nginx) {
        return new GatewayScripts(host, nginx, "bootstrap.sh", BOOTSTRAP);
    }

    /** Uploads a file beside the script, and returns its path on the gateway. */
    public String upload(String name, Bytes bytes) {
        return host.upload(Map.of(name, bytes)) + "/" + name;
    }

    /** Does something that may be cut short at its limit. */
    public Report ask(Duration limit, String action, String... arguments) {
        return run(limit, true, action, List.of(arguments));
    }

    /** Does something that must come to its end, whether anybody waits for it or not. */
    public Report finish(Duration limit, String action, String... arguments) {
        return run(limit, false, action, List.of(arguments));
    }

    /** Brings the script to the gateway, so that what fails afterwards is not for want of it. */
    String ready() {
        String ready = folder.orElseGet(() -> host.upload(Map.of(name, script())));
        folder = Optional.of(ready);
        return ready + "/" + name;
    }

    private Report run(Duration limit, boolean ending, String action, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(action);
        words.addAll(List.of(
                nginx.program(),
                nginx.prefix().orElse(""),
                nginx.configuration().orElse(""),
                nginx.stateFolder()));
        words.addAll(arguments);
        ScriptResult result = host.run(new RemoteRun(Privilege.ROOT, ready(), words, limit, ending));
        Report report = Report.of(result.out());
        if (report.text("result").isEmpty()) {
            throw new RejectedException(
                    action + " on " + host.name(),
                    "the script there ended with status " + result.status() + " and without a result: "
                            + result.complaint());
        }
        return report;
    }

    private static String resource(String part) {
        return part.startsWith("../") ? "/dev/monsh/gateway/" + part.substring("../".length()) : part;
    }

    private Bytes script() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String part : parts) {
            try (InputStream in = GatewayScripts.class.getResourceAsStream(resource(part))) {
                if (in == null) {
                    throw new IllegalStateException("monsh was built without " + part);
                }
                in.transferTo(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Bytes.of(text.toByteArray());
    }
}
