package dev.monsh.command.box;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.Configuration;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.LocalBox;
import dev.monsh.box.Secret;
import dev.monsh.box.Server;
import dev.monsh.box.ServerUrl;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.OptionSpec;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import dev.monsh.view.box.ConfigurationView;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code box …}: the boxes of the configuration. */
public final class BoxCommands {

    private final Boxes boxes;

    public BoxCommands(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                command("box list", "list the boxes; the current one is marked")
                        .formats(
                                OutputFormat.TABLE,
                                OutputFormat.TSV,
                                OutputFormat.CSV,
                                OutputFormat.JSON,
                                OutputFormat.JSONL)
                        .example("monsh box list", "the boxes and their addresses")
                        .runs(session, this::list),
                command("box show", "show what is known of a box")
                        .optional("NAME", ValueKind.BOX)
                        .formats(OutputFormat.YAML, OutputFormat.JSON)
                        .example("monsh box show", "the current box, with what the environment overrides")
                        .runs(session, this::show),
                add().runs(session, this::add),
                command("box remove", "remove a box from the configuration")
                        .required("NAME", ValueKind.BOX)
                        .example("monsh box remove aibox-2", "the rest of the file stays as it is")
                        .runs(session, this::remove),
                command("box use", "make a box the current one")
                        .required("NAME", ValueKind.BOX)
                        .example("monsh box use odk04", "commands without --box now talk to odk04")
                        .runs(session, this::use));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name).group("Boxes").summary(summary);
    }

    private static MonshCommand.Builder add() {
        return command("box add", "add a box to the configuration")
                .details("""
                        Without any address the servers are those of this machine. Secrets never stand on the command line:
                        name the environment variable or the file that holds the password.
                        """)
                .required("NAME", ValueKind.TEXT)
                .option(OptionSpec.value("prometheus", "URL", ValueKind.TEXT, "where Prometheus answers"))
                .option(OptionSpec.value("loki", "URL", ValueKind.TEXT, "where Loki answers"))
                .option(OptionSpec.value("username", "NAME", ValueKind.TEXT, "the user name for both"))
                .option(OptionSpec.value(
                        "password-env", "VARIABLE", ValueKind.TEXT, "the environment variable with the password"))
                .option(OptionSpec.value("password-file", "FILE", ValueKind.FILE, "the file with the password"))
                .option(OptionSpec.value("ca-file", "FILE", ValueKind.FILE, "the CA to trust, PEM"))
                .option(OptionSpec.value("tailscale-ip", "IP", ValueKind.TEXT, "the box's address in the tailnet"))
                .option(OptionSpec.value("stack", "DIR", ValueKind.FOLDER, "the folder of its Compose stack"))
                .example(
                        "monsh box add aibox-2 --prometheus http://127.0.0.1:9091 --loki http://127.0.0.1:3101",
                        "a box behind the gateway");
    }

    private record Row(Box box, boolean current) {
        String url(Server server) {
            return box.endpoint(server)
                    .map(endpoint -> endpoint.url().toString())
                    .orElse("");
        }
    }

    private ExitCode list(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        List<Row> rows = configuration.boxes().values().stream()
                .map(box -> new Row(
                        box, configuration.current().filter(box.name()::equals).isPresent()))
                .toList();
        new ResultView<Row>(
                        () -> Table.builder()
                                .left("name")
                                .left("current")
                                .left("prometheus")
                                .left("loki")
                                .left("tailscale ip"),
                        row -> List.of(
                                cell(row.box().name(), Style.ACCENT),
                                cell(row.current() ? "*" : "", Style.GOOD),
                                cell(row.url(Server.PROMETHEUS), Style.PLAIN),
                                cell(row.url(Server.LOKI), Style.PLAIN),
                                cell(row.box().tailscaleIp().orElse(""), Style.PLAIN)),
                        (json, row) -> json.beginObject()
                                .member("name", row.box().name())
                                .name("current")
                                .value(row.current())
                                .member("prometheus", row.url(Server.PROMETHEUS))
                                .member("loki", row.url(Server.LOKI))
                                .member("tailscale_ip", row.box().tailscaleIp().orElse(""))
                                .endObject())
                .print(call.console(), call.format(), rows);
        return ExitCode.DONE;
    }

    private ExitCode show(Invocation call) {
        Box box = call.optionalArgument(0)
                .map(name -> BoxChoice.find(boxes.store(call.globals()).load(), name))
                .orElseGet(() -> boxes.chosen(call.globals()));
        new ConfigurationView(call.console()).print(box, call.format());
        return ExitCode.DONE;
    }

    private ExitCode add(Invocation call) {
        Box box = new Box(
                call.argument(0),
                call.option("stack").map(Path::of).map(Path::toAbsolutePath),
                endpoints(call),
                call.option("tailscale-ip"));
        if (!call.globals().dryRun()) {
            boxes.store(call.globals()).add(box);
        }
        call.console().note((call.globals().dryRun() ? "would add box " : "added box ") + box.name());
        return ExitCode.DONE;
    }

    private static Map<Server, Endpoint> endpoints(Invocation call) {
        EnumMap<Server, Endpoint> endpoints = new EnumMap<>(Server.class);
        for (Server server : List.of(Server.PROMETHEUS, Server.LOKI)) {
            call.option(server.key()).ifPresent(url -> endpoints.put(server, endpoint(call, "--" + server.key(), url)));
        }
        return endpoints.isEmpty() ? LocalBox.endpoints() : endpoints;
    }

    private static Endpoint endpoint(Invocation call, String option, String url) {
        return switch (ServerUrl.parse(url)) {
            case ServerUrl.Usable(var usable) ->
                new Endpoint(
                        usable,
                        credential(call),
                        Map.of(),
                        call.option("ca-file").map(Path::of),
                        Optional.empty());
            case ServerUrl.Unusable(String reason) -> throw new UsageException(option, reason);
        };
    }

    private static Credential credential(Invocation call) {
        Optional<Secret> password = call.option("password-env")
                .<Secret>map(Secret.FromEnvironment::new)
                .or(() -> call.option("password-file").map(file -> new Secret.FromFile(Path.of(file))));
        Optional<String> username = call.option("username");
        if (username.isPresent() != password.isPresent()) {
            throw new UsageException("box add", "--username and --password-env or --password-file go together");
        }
        return username.<Credential>map(name -> new Credential.Basic(name, password.orElseThrow()))
                .orElseGet(Credential.None::new);
    }

    private ExitCode remove(Invocation call) {
        String name = call.argument(0);
        if (call.globals().dryRun()) {
            BoxChoice.find(boxes.store(call.globals()).load(), name);
        } else {
            boxes.store(call.globals()).remove(name);
        }
        call.console().note((call.globals().dryRun() ? "would remove box " : "removed box ") + name);
        return ExitCode.DONE;
    }

    private ExitCode use(Invocation call) {
        String name = call.argument(0);
        if (call.globals().dryRun()) {
            BoxChoice.find(boxes.store(call.globals()).load(), name);
        } else {
            boxes.store(call.globals()).use(name);
        }
        call.console().note((call.globals().dryRun() ? "would use box " : "the current box is now ") + name);
        return ExitCode.DONE;
    }
}
