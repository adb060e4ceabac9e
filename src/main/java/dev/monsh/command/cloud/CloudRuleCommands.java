package dev.monsh.command.cloud;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewaySearch;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.ServedPort;
import dev.monsh.cloud.audit.AuditedGateway;
import dev.monsh.cloud.audit.CloudAudit;
import dev.monsh.cloud.audit.CloudFinding;
import dev.monsh.cloud.rules.RuleChange;
import dev.monsh.cloud.rules.RulePlan;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Risk;
import dev.monsh.failure.UsageException;
import dev.monsh.view.cloud.CloudStatus;
import dev.monsh.view.cloud.CloudStatusView;
import dev.monsh.view.cloud.CloudViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ec2 status|open|close|audit}: the gateway's machine as it is, and who is let in. */
public final class CloudRuleCommands {

    private static final int SSH = 22;
    private static final int HIGHEST_PORT = 65535;
    private static final String ME = "me";

    /** A block, or the word for this machine's own address, which is found out only where it is needed. */
    private static final Option.Repeated<String> FROM = Option.text(
                    "from", "CIDR|me", ValueKind.TEXT, "who may connect; default 0.0.0.0/0; repeatable")
            .repeated();

    private final Clouds clouds;
    private final Boxes boxes;
    private final ServedPorts ports;

    public CloudRuleCommands(Clouds clouds, Boxes boxes, GatewayHosts hosts) {
        this.clouds = clouds;
        this.boxes = boxes;
        this.ports = new ServedPorts(boxes, hosts);
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                CloudCommands.command("ec2 status", "Show the gateway's instance, address and open ports")
                        .details("""
                                Shows each security group rule with the mapping that it serves. The mappings are read
                                from the gateway over SSH, or from --file. The exit code is 1 if the instance is not
                                running or one of EC2's checks failed.
                                """)
                        .option(ServedPorts.FILE)
                        .option(ServedPorts.NO_GATEWAY)
                        .example("monsh ec2 status --no-gateway", "only what EC2 knows")
                        .runs(session, this::status),
                open().runs(session, this::open),
                CloudCommands.command("ec2 close", "Close ports of the gateway's security group")
                        .details("""
                                Removes every rule for exactly these ports, no matter whom it admits. A rule for more
                                than one port is left alone, and the exit code is 7. A port that is already closed is
                                not an error.
                                """)
                        .oneOrMore("PORT", ValueKind.NUMBER)
                        .example("monsh ec2 close 9091 3101 --dry-run", "the rules that would be removed")
                        .runs(session, this::close),
                CloudCommands.command("ec2 audit", "Find what is unsafe, broken or wasted in EC2")
                        .details("""
                                Compares the security group with the gateway's mappings, which are read over SSH or
                                from --file, and checks the instance, its disk and the region's Elastic IPs. The exit
                                code is 1 if any finding is high, and 6 if none is but the mappings could not be read.
                                """)
                        .option(ServedPorts.FILE)
                        .option(ServedPorts.NO_GATEWAY)
                        .example("monsh ec2 audit --file monitoring-proxy", "compare with the mappings in a file")
                        .runs(session, this::audit));
    }

    private static MonshCommand.Builder open() {
        return CloudCommands.command("ec2 open", "Open ports in the gateway's security group")
                .details("""
                        Opens TCP ports to everyone, or to the blocks given with --from; SSH requires --from. Each
                        rule's description names the box that is reached over the port, from the configuration or from
                        the mappings in --file. An existing rule, in whatever spelling, is left as it is.
                        """)
                .oneOrMore("PORT", ValueKind.NUMBER)
                .option(FROM)
                .option(ServedPorts.FILE)
                .example("monsh ec2 open 9091 3101 --dry-run", "the rules for a second box")
                .example("monsh ec2 open 9091 --from 203.0.113.0/24 --dry-run", "admit only one network");
    }

    /** The account with the gateway that a call is about. */
    private record Opened(CloudAccount account, GatewaySearch search, Gateway gateway) implements AutoCloseable {

        @Override
        public void close() {
            account.close();
        }
    }

    private Opened opened(Invocation call) {
        CloudAccount account = clouds.open(call.globals());
        try {
            GatewaySearch search =
                    new GatewaySearch(account, clouds.settings(call.globals()).securityGroup());
            return new Opened(account, search, search.find(search.name(CloudCommands.gatewayName(call))));
        } catch (RuntimeException e) {
            account.close();
            throw e;
        }
    }

    private ExitCode status(Invocation call) {
        try (Opened opened = opened(call)) {
            Gateway gateway = opened.gateway();
            boolean running = gateway.instance()
                    .filter(each -> each.state() == InstanceState.RUNNING)
                    .isPresent();
            CloudStatus status = new CloudStatus(
                    gateway,
                    opened.account().region(),
                    gateway.instance()
                            .filter(_ -> running)
                            .map(each -> opened.account().checks(each.id())),
                    gateway.instance()
                            .map(each -> opened.account().disks(each.id()))
                            .orElse(List.of()),
                    ports.ask(call));
            new CloudStatusView(status).print(call.console(), call.format());
            boolean impaired = status.checks().filter(each -> each.impaired()).isPresent();
            return running && !impaired ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private ExitCode open(Invocation call) {
        List<Integer> wanted = ports(call);
        List<String> given = call.get(FROM);
        if (wanted.contains(SSH) && given.isEmpty()) {
            throw new UsageException(
                    "ec2 open 22", "SSH is not opened to everyone: use --from", "monsh ec2 open 22 --from me");
        }
        List<Cidr> from = from(call, given);
        try (Opened opened = opened(call)) {
            RulePlan plan = new RulePlan(opened.search().groupOf(opened.gateway()));
            List<ServedPort> mapped =
                    call.get(ServedPorts.FILE).isPresent() ? ports.ask(call).orElse(List.of()) : List.of();
            for (int port : wanted) {
                plan.open(port, from, label(call, port, mapped, opened.gateway()));
            }
            return review(call, plan, opened.account());
        }
    }

    private String label(Invocation call, int port, List<ServedPort> mapped, Gateway gateway) {
        if (port == SSH) {
            return "SSH";
        }
        return mapped.stream()
                .filter(each -> each.covers(port))
                .map(ServedPort::label)
                .findFirst()
                .or(() -> ports.configured(port, gateway.publicAddress(), call.globals()))
                .orElse("port " + port);
    }

    private List<Cidr> from(Invocation call, List<String> given) {
        List<Cidr> blocks = new ArrayList<>();
        for (String text : given) {
            blocks.add(
                    text.equals(ME) ? clouds.around(call.globals()).ownAddress().find() : Cidr.parse("--from", text));
        }
        return blocks.isEmpty() ? List.of(Cidr.ANYWHERE) : blocks;
    }

    private static List<Integer> ports(Invocation call) {
        return call.argumentsFrom(0).stream()
                .map(text -> {
                    if (!text.matches("[0-9]{1,5}")
                            || Integer.parseInt(text) < 1
                            || Integer.parseInt(text) > HIGHEST_PORT) {
                        throw new UsageException("PORT " + text, "isn't a port: use a number from 1 to 65535");
                    }
                    return Integer.parseInt(text);
                })
                .distinct()
                .toList();
    }

    private ExitCode close(Invocation call) {
        List<Integer> wanted = ports(call);
        try (Opened opened = opened(call)) {
            SecurityGroup group = opened.search().groupOf(opened.gateway());
            RulePlan plan = new RulePlan(group);
            wanted.forEach(plan::close);
            if (wanted.contains(SSH)) {
                call.console().warn("monsh reaches the gateway over SSH: with port 22 closed, nobody can log in");
            }
            return review(call, plan, opened.account());
        }
    }

    private static ExitCode review(Invocation call, RulePlan plan, CloudAccount account) {
        boolean changes = plan.changes().stream().anyMatch(RuleChange::changes);
        boolean dry = call.globals().dryRun();
        boolean asks = changes && !dry && !call.globals().yes();
        if (asks && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change the security group, but can't ask without a terminal: add --yes, or --dry-run to only see"
                            + " the change");
        }
        CloudViews.rules().print(call.console(), call.format(), plan.changes());
        if (!changes) {
            call.console().note("nothing to change");
            return ExitCode.DONE;
        }
        if (dry) {
            call.console().note("nothing was changed: this was a dry run");
            return ExitCode.DONE;
        }
        if (asks && !call.confirms("change these rules?")) {
            call.console().note("nothing was changed");
            return ExitCode.NO;
        }
        plan.apply(account);
        return ExitCode.DONE;
    }

    private ExitCode audit(Invocation call) {
        try (Opened opened = opened(call)) {
            Optional<List<ServedPort>> served = ports.ask(call);
            Optional<String> host = boxes.store(call.globals())
                    .load()
                    .gateway()
                    .map(each -> each.publicHost().orElse(each.host()));
            AuditedGateway seen = CloudAudit.look(opened.account(), opened.gateway(), host, served);
            List<CloudFinding> findings = CloudAudit.findings(seen);
            CloudViews.findings(NextSteps::text).print(call.console(), call.format(), findings);
            if (findings.stream().anyMatch(each -> each.severity() == Risk.HIGH)) {
                return ExitCode.NO;
            }
            if (findings.isEmpty()) {
                call.console().note("no problems found");
            }
            return served.isEmpty() && !call.get(ServedPorts.NO_GATEWAY) ? ExitCode.PARTIAL : ExitCode.DONE;
        }
    }
}
