package dev.monsh.command.box;

import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.ConfigurationChange;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.LocalBox;
import dev.monsh.box.Secret;
import dev.monsh.box.Server;
import dev.monsh.box.ServerUrl;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.ChangeReview;
import dev.monsh.command.ReviewedEdit;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.box.ConfigurationView;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code box …}: the boxes of the configuration. */
public final class BoxCommands {

    private static final Option.Single<URI> PROMETHEUS =
            Option.of("prometheus", "URL", ValueKind.TEXT, "where Prometheus answers", BoxCommands::url);
    private static final Option.Single<URI> LOKI =
            Option.of("loki", "URL", ValueKind.TEXT, "where Loki answers", BoxCommands::url);
    private static final Option.Single<String> USERNAME =
            Option.text("username", "NAME", ValueKind.TEXT, "the user name for both");
    private static final Option.Single<String> PASSWORD_ENV =
            Option.text("password-env", "VARIABLE", ValueKind.TEXT, "the environment variable with the password");
    private static final Option.Single<Path> PASSWORD_FILE =
            Option.file("password-file", "FILE", "the file with the password");
    private static final Option.Single<Path> CA_FILE = Option.file("ca-file", "FILE", "the CA to trust (PEM file)");
    private static final Option.Single<String> TAILSCALE_IP =
            Option.text("tailscale-ip", "IP", ValueKind.TEXT, "the box's address in the tailnet");
    private static final Option.Single<Path> STACK = Option.folder("stack", "the folder with its Compose stack");

    private final Boxes boxes;

    public BoxCommands(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                command("box list", "List the boxes; the current one is marked")
                        .formats(
                                OutputFormat.TABLE,
                                OutputFormat.TSV,
                                OutputFormat.CSV,
                                OutputFormat.JSON,
                                OutputFormat.JSONL)
                        .example("monsh box list", "the boxes and their addresses")
                        .runs(session, this::list),
                command("box show", "Show the settings of a box")
                        .optional("NAME", ValueKind.BOX)
                        .formats(OutputFormat.YAML, OutputFormat.JSON)
                        .example("monsh box show", "the current box, with what the environment overrides")
                        .runs(session, this::show),
                add().runs(session, this::add),
                command("box remove", "Remove a box from the configuration")
                        .required("NAME", ValueKind.BOX)
                        .example("monsh box remove aibox-2", "the rest of the file stays as it is")
                        .runs(session, this::remove),
                command("box use", "Make a box the current one")
                        .required("NAME", ValueKind.BOX)
                        .example("monsh box use odk04", "commands without --box now use odk04")
                        .runs(session, this::use));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name).group("Boxes").summary(summary);
    }

    private static MonshCommand.Builder add() {
        return command("box add", "Add a box to the configuration")
                .details("""
                        Without an address, the servers are expected on this machine: on the ports that the Compose
                        file of --stack publishes, or on the default ports. Secrets are never given on the command
                        line: name the environment variable or the file that contains the password.
                        """)
                .required("NAME", ValueKind.TEXT)
                .option(PROMETHEUS)
                .option(LOKI)
                .option(USERNAME)
                .option(PASSWORD_ENV)
                .option(PASSWORD_FILE)
                .option(CA_FILE)
                .option(TAILSCALE_IP)
                .option(STACK)
                .example(
                        "monsh box add aibox-3 --prometheus http://127.0.0.1:9092 --loki http://127.0.0.1:3102",
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
        Optional<String> current = current(call);
        List<Row> rows = boxes.all(call.globals()).values().stream()
                .map(box -> new Row(box, current.filter(box.name()::equals).isPresent()))
                .toList();
        Columns.<Row>of()
                .text("name", row -> row.box().name())
                .style(Style.ACCENT)
                .text("current", row -> row.current() ? "*" : "")
                .json((json, row) -> json.name("current").value(row.current()))
                .style(Style.GOOD)
                .text("prometheus", row -> row.url(Server.PROMETHEUS))
                .cut(16)
                .text("loki", row -> row.url(Server.LOKI))
                .cut(16)
                .text("tailscale ip", row -> row.box().tailscaleIp().orElse(""))
                .worth(1)
                .view()
                .print(call.console(), call.format(), rows);
        return ExitCode.DONE;
    }

    /** Returns the box that commands go to; none where several are configured and none is selected. */
    private Optional<String> current(Invocation call) {
        try {
            return Optional.of(boxes.chosen(call.globals()).name());
        } catch (UsageException | UnreachableException _) {
            return Optional.empty();
        }
    }

    private ExitCode show(Invocation call) {
        Box box = call.optionalArgument(0)
                .map(name -> BoxChoice.find(boxes.all(call.globals()), name))
                .orElseGet(() -> boxes.chosen(call.globals()));
        new ConfigurationView(call.console()).print(box, call.format());
        return ExitCode.DONE;
    }

    private ExitCode add(Invocation call) {
        Box box = new Box(
                call.argument(0), call.get(STACK).map(Path::toAbsolutePath), endpoints(call), call.get(TAILSCALE_IP));
        return review(call, boxes.store(call.globals()).add(box));
    }

    private static ExitCode review(Invocation call, ConfigurationChange change) {
        return ChangeReview.run(call, new ReviewedEdit(change));
    }

    private static Map<Server, Endpoint> endpoints(Invocation call) {
        EnumMap<Server, Endpoint> endpoints = new EnumMap<>(Server.class);
        call.get(PROMETHEUS).ifPresent(url -> endpoints.put(Server.PROMETHEUS, endpoint(call, url)));
        call.get(LOKI).ifPresent(url -> endpoints.put(Server.LOKI, endpoint(call, url)));
        // the files of a stack say where its servers answer
        boolean named = !endpoints.isEmpty() || call.get(STACK).isPresent();
        return named ? endpoints : LocalBox.endpoints();
    }

    private static Endpoint endpoint(Invocation call, URI url) {
        return new Endpoint(url, credential(call), Map.of(), call.get(CA_FILE), Optional.empty());
    }

    private static URI url(String option, String text) {
        return switch (ServerUrl.parse(text)) {
            case ServerUrl.Usable(var usable) -> usable;
            case ServerUrl.Unusable(String reason) -> throw new UsageException(option, reason);
        };
    }

    private static Credential credential(Invocation call) {
        Optional<Secret> password = call.get(PASSWORD_ENV)
                .<Secret>map(Secret.FromEnvironment::new)
                .or(() -> call.get(PASSWORD_FILE).map(Secret.FromFile::new));
        Optional<String> username = call.get(USERNAME);
        if (username.isPresent() != password.isPresent()) {
            throw new UsageException("box add", "--username and --password-env or --password-file go together");
        }
        return username.<Credential>map(name -> new Credential.Basic(name, password.orElseThrow()))
                .orElseGet(Credential.None::new);
    }

    private ExitCode remove(Invocation call) {
        return review(call, boxes.store(call.globals()).remove(call.argument(0)));
    }

    private ExitCode use(Invocation call) {
        return review(call, boxes.store(call.globals()).use(call.argument(0)));
    }
}
