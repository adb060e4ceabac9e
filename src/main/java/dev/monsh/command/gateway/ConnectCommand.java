package dev.monsh.command.gateway;

import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Configuration;
import dev.monsh.box.GatewayEntry;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.NginxSettings;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.ChangeReview;
import dev.monsh.command.ReviewedEdit;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.connect.GatewayName;
import dev.monsh.gateway.connect.SiteSearch;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.transaction.ConfigurationFiles;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code gateway connect}: the first step with a gateway, from no configuration to the first mapping. */
public final class ConnectCommand {

    private static final Option.Single<String> FINGERPRINT = Option.text(
            "fingerprint", "SHA256:…", ValueKind.TEXT, "the host key's fingerprint, to be sure without being asked");
    private static final Option.Single<Path> IDENTITY_FILE =
            Option.file("identity-file", "FILE", "the private key to log in with first");
    private static final Option.Single<String> NGINX_SITE =
            Option.text("nginx-site", "PATH", ValueKind.TEXT, "the file on the gateway with the mappings");
    private static final Option.Single<String> PUBLIC_HOST =
            Option.text("public-host", "HOST", ValueKind.TEXT, "the address under which Grafana reaches the gateway");

    private final Boxes boxes;
    private final GatewayEntrance entrance;
    private final CheckReport check;

    /** Takes what connects, and what asks ports from this machine. */
    public ConnectCommand(Boxes boxes, GatewayEntrance entrance, Supplier<PortProbe> outside) {
        this.boxes = boxes;
        this.entrance = entrance;
        this.check = new CheckReport(outside);
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("gateway connect")
                .group(GatewayCommands.GROUP)
                .summary("Connect to a gateway for the first time, and write it into the configuration")
                .details("""
                        Shows the fingerprint of a host key that is not known yet, and asks. --yes does not answer that question;
                        --fingerprint does. Then tries the keys as ssh does, looks for the nginx file with the mappings, writes
                        the gateway into the configuration, checks it, and says what to type next. Nothing is changed on the
                        gateway. Running it again changes nothing that is right already.
                        """)
                .required("USER@HOST[:PORT]", ValueKind.TEXT)
                .option(FINGERPRINT)
                .option(IDENTITY_FILE)
                .option(NGINX_SITE)
                .option(PUBLIC_HOST)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL)
                .example("monsh gateway connect ubuntu@203.0.113.5", "asks about the host key, then about the change")
                .example(
                        "monsh gateway connect ubuntu@203.0.113.5:2222 --identity-file ~/.ssh/gw",
                        "another port, and a key of its own")
                .runs(session, this::connect);
    }

    private ExitCode connect(Invocation call) {
        GatewayName name = GatewayName.parse(call.argument(0));
        BoxStore store = boxes.store(call.globals());
        Configuration before = store.load();
        Optional<GatewaySettings> known = before.gateway().filter(name::isOf);
        GatewaySettings settings = settings(call, name, known);
        Optional<ExitCode> end =
                new HostKeyQuestion(call, entrance.introduction(call.globals()), call.get(FINGERPRINT)).ask(settings);
        if (end.isPresent()) {
            return end.get();
        }
        List<Box> all = List.copyOf(before.boxes().values());
        try (GatewayLink link = entrance.open(settings, call.globals())) {
            ConfigurationFiles files = link.transaction().files();
            String site = site(call, known, files, all);
            String publicHost = settings.publicHost().orElse(link.host().address());
            ExitCode written =
                    ChangeReview.run(call, new ReviewedEdit(store.putGateway(entry(call, name, site, publicHost))));
            if (written != ExitCode.DONE) {
                return written;
            }
            return checked(call, link.withSite(site, publicHost), files, all);
        }
    }

    private static GatewaySettings settings(Invocation call, GatewayName name, Optional<GatewaySettings> known) {
        Optional<Path> key = call.get(IDENTITY_FILE).map(Path::toAbsolutePath);
        return new GatewaySettings(
                name.host(),
                name.port().or(() -> known.flatMap(GatewaySettings::port)),
                name.user().or(() -> known.flatMap(GatewaySettings::user)),
                key.or(() -> known.flatMap(GatewaySettings::identityFile)),
                known.map(GatewaySettings::nginxSite).orElse("/etc/nginx"),
                call.get(PUBLIC_HOST).or(() -> known.flatMap(GatewaySettings::publicHost)),
                known.map(GatewaySettings::nginx).orElse(NginxSettings.PACKAGED));
    }

    private static GatewayEntry entry(Invocation call, GatewayName name, String site, String publicHost) {
        return new GatewayEntry(
                name.host(),
                name.port(),
                name.user(),
                call.get(IDENTITY_FILE).map(Path::toAbsolutePath),
                Optional.of(site),
                Optional.of(publicHost),
                Optional.empty(),
                Optional.empty());
    }

    /** The file that was named, the one of the configuration, the only one with mappings, or where one would go. */
    private static String site(
            Invocation call, Optional<GatewaySettings> known, ConfigurationFiles files, List<Box> all) {
        Optional<String> named = call.get(NGINX_SITE);
        if (named.filter(path -> !path.startsWith("/")).isPresent()) {
            throw new UsageException("--nginx-site " + named.get(), "isn't an absolute path on the gateway");
        }
        if (named.isPresent() || known.isPresent()) {
            return named.or(() -> known.map(GatewaySettings::nginxSite)).orElseThrow();
        }
        List<String> found = new SiteSearch(files, all).found();
        if (found.size() > 1) {
            throw new UsageException(
                    "gateway connect",
                    "several files of nginx lead ports to boxes: " + String.join(", ", found) + "; name one",
                    "monsh gateway connect " + call.argument(0) + " --nginx-site " + found.getFirst());
        }
        found.forEach(file -> call.console().note("the mappings are in " + file));
        return found.isEmpty() ? files.usualSite() : found.getFirst();
    }

    private ExitCode checked(Invocation call, GatewayLink link, ConfigurationFiles files, List<Box> all) {
        Console console = call.console();
        if (files.program().isEmpty()) {
            console.warn("nginx not found on " + link.host().name());
            console.note("next: monsh gateway bootstrap");
            return ExitCode.DONE;
        }
        CheckReport.Seen seen = check.run(call, link);
        if (seen.fresh()) {
            console.note("next: " + CheckReport.firstMapping(all));
            return ExitCode.DONE;
        }
        console.note(
                "next: " + (seen.good() ? "monsh gateway audit" : "monsh gateway check, once the above is mended"));
        return seen.good() ? ExitCode.DONE : ExitCode.NO;
    }
}
