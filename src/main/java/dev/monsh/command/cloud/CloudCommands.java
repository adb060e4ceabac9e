package dev.monsh.command.cloud;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.GatewaySearch;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.launch.Adoption;
import dev.monsh.cloud.launch.GatewayStep;
import dev.monsh.cloud.launch.GatewaySteps;
import dev.monsh.cloud.launch.Launch;
import dev.monsh.cloud.launch.LaunchRequest;
import dev.monsh.cloud.launch.LoginKey;
import dev.monsh.cloud.launch.SshFrom;
import dev.monsh.cloud.launch.StepResult;
import dev.monsh.cloud.launch.Termination;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ec2 launch|adopt|terminate}: the life of the gateway's machine. */
public final class CloudCommands {

    static final String GROUP = "Cloud";

    static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    static final Option.Single<String> NAME =
            Option.of("name", "N", ValueKind.TEXT, "the gateway's name, used as a tag in AWS", GatewayTag::name);

    private static final Option.Single<String> USER =
            Option.text("user", "USER", ValueKind.TEXT, "the SSH user; default ubuntu");
    private static final Option.Flag RELEASE = Option.flag("release-address", "release the Elastic IP as well");
    private static final Option.Single<String> TYPE =
            Option.text("type", "T", ValueKind.TEXT, "the instance type; default t3.micro");
    private static final Option.Single<String> IMAGE =
            Option.text("image", "AMI", ValueKind.TEXT, "the AMI to use instead of Ubuntu 22.04");
    private static final Option.Single<String> KEY =
            Option.text("key", "NAME", ValueKind.TEXT, "an existing key pair of the account");
    private static final Option.Single<Path> PUBLIC_KEY =
            Option.file("public-key", "F", "the public key to import; default ~/.ssh/id_ed25519.pub or id_rsa.pub");
    private static final Option.Single<SshFrom> SSH_FROM = Option.of(
            "ssh-from",
            "CIDR|me",
            ValueKind.TEXT,
            "who may log in over SSH; default: only this machine, if nobody may yet",
            CloudCommands::sshFrom);
    private static final Option.Single<String> SUBNET =
            Option.text("subnet", "ID", ValueKind.TEXT, "a public subnet; default: the default subnet");
    private static final Option.Flag NO_WAIT =
            Option.flag("no-wait", "return when EC2 reports the instance as running; do not contact it");

    private static final String USUAL_USER = "ubuntu";
    private static final String ME = "me";

    private final Clouds clouds;

    public CloudCommands(Clouds clouds) {
        this.clouds = clouds;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                launch().runs(session, this::launch),
                command("ec2 adopt", "Take over a gateway that was made by hand")
                        .details("""
                                Tags the instance and its Elastic IP with monsh:gateway=NAME, so that the other ec2
                                commands find them, and writes the gateway into the configuration. Changes nothing
                                else.
                                """)
                        .required("INSTANCE|ADDRESS", ValueKind.TEXT)
                        .option(USER)
                        .example("monsh ec2 adopt 203.0.113.5 --dry-run", "what would be tagged and written")
                        .runs(session, this::adopt),
                command("ec2 terminate", "Terminate the gateway's instance for good")
                        .details("""
                                Deletes the instance and its disk, and the security group and key pair if monsh
                                created them. Asks you to type the gateway's name; with --yes, --name is required.
                                Keeps the Elastic IP, which still costs money, unless you add --release-address. You
                                can't get a released address back. The configuration is not changed.
                                """)
                        .option(RELEASE)
                        .example("monsh ec2 terminate --dry-run", "what would be deleted, and what would be kept")
                        .runs(session, this::terminate));
    }

    static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name)
                .group(GROUP)
                .summary(summary)
                .option(NAME)
                .formats(FORMATS);
    }

    private static MonshCommand.Builder launch() {
        return command("ec2 launch", "Launch the gateway in EC2, or finish a launch that was interrupted")
                .details("""
                        Creates a security group that admits only SSH, a key pair, an Elastic IP and an instance with
                        Ubuntu 22.04. Then it waits until SSH answers, copies the instance's host keys from its
                        console output to known_hosts, and writes the gateway into the configuration. The instance's
                        metadata requires a token, and its disk is encrypted.

                        You see the plan first, including everything that keeps costing money. Whatever already exists
                        is reused, if it has the tag monsh:gateway=NAME or is named in the configuration. A second run
                        changes nothing. If a run is interrupted at any point, run the command again to finish it.

                        Credentials, profiles and regions are those of the AWS CLI. The configuration's aws.region
                        takes precedence over AWS_REGION, and AWS_PROFILE over its aws.profile. The Prometheus and
                        Loki ports stay closed until a mapping needs them: see 'ec2 open'.""")
                .option(TYPE)
                .option(IMAGE)
                .option(KEY)
                .option(PUBLIC_KEY)
                .option(SSH_FROM)
                .option(SUBNET)
                .option(USER)
                .option(NO_WAIT)
                .example("monsh ec2 launch --dry-run", "the plan, and what it would cost")
                .example("monsh ec2 launch --ssh-from 198.51.100.0/24 --dry-run", "let a whole office log in");
    }

    private ExitCode launch(Invocation call) {
        String name = gatewayName(call).orElse(GatewayTag.USUAL_NAME);
        LoginKey key = key(call);
        LaunchRequest request = new LaunchRequest(
                name,
                call.get(TYPE),
                call.get(IMAGE),
                key,
                call.get(SSH_FROM).orElseGet(SshFrom.Unsaid::new),
                call.get(SUBNET));
        try (CloudAccount account = clouds.open(call.globals())) {
            List<GatewayStep> steps = Launch.steps(
                    account,
                    request,
                    login(call, key),
                    clouds.around(call.globals()),
                    !call.get(NO_WAIT),
                    Optional.of(account.region()));
            return new StepReview(call, steps(call, account, steps, name)).run();
        }
    }

    private LoginKey key(Invocation call) {
        Optional<Path> file = call.get(PUBLIC_KEY);
        if (call.get(KEY).isPresent()) {
            if (file.isPresent()) {
                throw new UsageException("--key", "cannot be combined with --public-key");
            }
            return new LoginKey.Named(call.get(KEY).get());
        }
        return clouds.key(file);
    }

    private static SshFrom sshFrom(String option, String text) {
        return text.equals(ME) ? new SshFrom.Me() : new SshFrom.Block(Cidr.parse(option, text));
    }

    private static Launch.Login login(Invocation call, LoginKey key) {
        Optional<Path> identity = call.get(PUBLIC_KEY).isPresent() && key instanceof LoginKey.Imported imported
                ? imported.privateKey()
                : Optional.empty();
        return new Launch.Login(call.get(USER).orElse(USUAL_USER), identity);
    }

    private GatewaySteps steps(Invocation call, CloudAccount account, List<GatewayStep> steps, String name) {
        GatewaySearch search = search(call, account);
        return new GatewaySteps(
                steps, () -> search.find(name), clouds.around(call.globals()).clock(), clouds.pause());
    }

    private GatewaySearch search(Invocation call, CloudAccount account) {
        return new GatewaySearch(account, clouds.settings(call.globals()).securityGroup());
    }

    private ExitCode adopt(Invocation call) {
        String name = gatewayName(call).orElse(GatewayTag.USUAL_NAME);
        try (CloudAccount account = clouds.open(call.globals())) {
            Instance instance = Adoption.find(account, call.argument(0), name);
            Launch.Login login = new Launch.Login(call.get(USER).orElse(USUAL_USER), Optional.empty());
            List<GatewayStep> steps = Adoption.steps(
                    account,
                    instance,
                    clouds.around(call.globals()).configuration(),
                    login,
                    Optional.of(account.region()));
            return new StepReview(call, steps(call, account, steps, name)).run();
        }
    }

    /** Returns the gateway's name that a call has; throws {@link UsageException} where it can't be one. */
    static Optional<String> gatewayName(Invocation call) {
        return call.get(NAME).map(name -> GatewayTag.name(NAME.toString(), name));
    }

    private ExitCode terminate(Invocation call) {
        Optional<String> given = gatewayName(call);
        if (call.globals().yes() && given.isEmpty()) {
            throw new UsageException("ec2 terminate", "--yes requires --name", "monsh ec2 terminate --dry-run");
        }
        try (CloudAccount account = clouds.open(call.globals())) {
            String name = search(call, account).name(given);
            List<GatewayStep> steps = Termination.steps(account, call.get(RELEASE));
            StepReview review = new StepReview(call, steps(call, account, steps, name));
            List<StepResult> plan = review.plan();
            if (call.globals().dryRun()) {
                return review.dry(plan);
            }
            if (plan.stream().anyMatch(StepResult::changes) && !call.globals().yes()) {
                if (!call.canAsk()) {
                    throw new UsageException(
                            "ec2 terminate",
                            "would delete the gateway " + name
                                    + ", but can't ask without a terminal: add --yes and --name " + name);
                }
                review.show(plan);
                if (!call.answer("type the gateway's name to terminate it: ").equals(Optional.of(name))) {
                    call.console().note("nothing was changed");
                    return ExitCode.NO;
                }
            }
            return review.take();
        }
    }
}
