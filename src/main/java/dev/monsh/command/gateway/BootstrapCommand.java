package dev.monsh.command.gateway;

import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.bootstrap.Bootstrap;
import dev.monsh.gateway.bootstrap.Pause;
import dev.monsh.gateway.bootstrap.TailnetJoin;
import dev.monsh.gateway.bootstrap.TailscaleSource;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.step.Step;
import dev.monsh.step.StepResult;
import dev.monsh.step.StepRun;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.box.StepViews;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code gateway bootstrap}: from a bare Debian or Ubuntu to a gateway. */
public final class BootstrapCommand {

    private static final Option.Single<Path> AUTH_KEY_FILE =
            Option.file("auth-key-file", "FILE", "the file with an auth key of the tailnet");
    private static final Option.Single<String> AUTH_KEY_ENV = Option.text(
            "auth-key-env", "VARIABLE", ValueKind.TEXT, "the environment variable with an auth key of the tailnet");
    private static final Option.Flag NO_TAILSCALE = Option.flag("no-tailscale", "leave Tailscale alone");
    private static final Option.Single<URI> REPOSITORY = Option.of(
            "tailscale-repository",
            "URL",
            ValueKind.TEXT,
            "a mirror of Tailscale's package repository",
            BootstrapCommand::url);
    private static final Option.Single<URI> KEY = Option.of(
            "tailscale-key", "URL", ValueKind.TEXT, "the repository's signing key, binary", BootstrapCommand::url);

    private final GatewayAccess access;
    private final CheckReport check;
    private final Function<Secret, SecretValue> secrets;
    private final Pause pause;
    private final InstantSource clock;

    /** Takes what connects, what asks ports from this machine, and what reads secrets. */
    public BootstrapCommand(
            GatewayAccess access,
            Supplier<PortProbe> outside,
            Function<Secret, SecretValue> secrets,
            Pause pause,
            InstantSource clock) {
        this.access = access;
        this.check = new CheckReport(outside);
        this.secrets = secrets;
        this.pause = pause;
        this.clock = clock;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("gateway bootstrap")
                .group(GatewayCommands.GROUP)
                .summary("Install nginx and Tailscale on a Debian or Ubuntu host, and make it a gateway")
                .details("""
                        Installs nginx, disables the package's default site if nobody has changed it, makes and links the file
                        for the mappings, starts nginx now and at boot, and installs Tailscale from its own signed package
                        repository and logs it in. Then checks the gateway.

                        Each step looks first, so a second run changes nothing and a run that was cut off is continued. A
                        lock of another package manager is waited for, up to ten minutes or --timeout. Without an auth key,
                        Tailscale's login link is shown and waited for. With --dry-run, nothing is changed.
                        """)
                .option(AUTH_KEY_FILE)
                .option(AUTH_KEY_ENV)
                .option(NO_TAILSCALE)
                .option(REPOSITORY)
                .option(KEY)
                .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL)
                .example("monsh gateway bootstrap --dry-run", "what is there and what would be done")
                .example("monsh gateway bootstrap --auth-key-file tailnet.key", "everything, without a link to open")
                .runs(session, this::bootstrap);
    }

    private static URI url(String where, String text) {
        if (!text.matches("(https?|file):/[!-~]+")) {
            throw new UsageException(where + " " + text, "isn't a URL; use https://HOST/PATH");
        }
        return URI.create(text);
    }

    private ExitCode bootstrap(Invocation call) {
        TailnetJoin join = join(call);
        TailscaleSource source =
                new TailscaleSource(call.get(REPOSITORY).orElse(TailscaleSource.STABLE), call.get(KEY));
        requireAnswer(call);
        try (GatewayLink link = access.open(call.globals())) {
            Console console = call.console();
            Bootstrap bootstrap =
                    new Bootstrap(link, join, source, call.globals().timeout(), pause, clock, console::note);
            List<Step> steps = bootstrap.steps();
            if (call.globals().dryRun() || !call.globals().yes()) {
                List<StepResult> plan = run(call, steps, true);
                if (call.globals().dryRun()) {
                    console.note("nothing was changed: this was a dry run");
                    return failed(plan) ? ExitCode.PARTIAL : ExitCode.DONE;
                }
                if (plan.stream().anyMatch(each -> each.state() == StepResult.State.WOULD)
                        && !call.confirms("do this?")) {
                    console.note("nothing was changed");
                    return ExitCode.NO;
                }
            }
            return ended(call, link, run(call, steps, false));
        }
    }

    private static void requireAnswer(Invocation call) {
        if (!call.globals().dryRun() && !call.globals().yes() && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change the gateway, and no terminal to confirm on: add --yes, or --dry-run to only see the steps");
        }
    }

    private TailnetJoin join(Invocation call) {
        Optional<Secret> key = call.get(AUTH_KEY_FILE)
                .<Secret>map(file -> new Secret.FromFile(file.toAbsolutePath()))
                .or(() -> call.get(AUTH_KEY_ENV).map(Secret.FromEnvironment::new));
        boolean two =
                call.get(AUTH_KEY_FILE).isPresent() && call.get(AUTH_KEY_ENV).isPresent();
        if (two || (key.isPresent() && call.get(NO_TAILSCALE))) {
            throw new UsageException(
                    "gateway bootstrap", "--auth-key-file, --auth-key-env and --no-tailscale cannot be combined");
        }
        if (call.get(NO_TAILSCALE)) {
            return new TailnetJoin.Never();
        }
        return key.<TailnetJoin>map(secret -> new TailnetJoin.ByKey(secrets.apply(secret)))
                .orElseGet(TailnetJoin.ByLink::new);
    }

    private static List<StepResult> run(Invocation call, List<Step> steps, boolean dry) {
        StepViews views = new StepViews(call.console(), call.format(), NextSteps::text);
        List<StepResult> results =
                new StepRun(dry, name -> {}, views::ended).stoppingAtFailure().run(steps);
        views.all(call.format(), results);
        return results;
    }

    private static boolean failed(List<StepResult> results) {
        return results.stream().anyMatch(each -> each.state() == StepResult.State.FAILED);
    }

    private ExitCode ended(Invocation call, GatewayLink link, List<StepResult> results) {
        if (failed(results)) {
            call.console().note("run this again to continue");
            return ExitCode.PARTIAL;
        }
        if (results.stream().noneMatch(each -> each.state() == StepResult.State.DONE)) {
            call.console().note("nothing to change: everything is as it should be");
        }
        CheckReport.Seen seen = check.run(call, link);
        if (seen.fresh()) {
            call.console().note("next: " + CheckReport.firstMapping(access.boxes(call.globals())));
        }
        return seen.good() || seen.fresh() ? ExitCode.DONE : ExitCode.NO;
    }
}
