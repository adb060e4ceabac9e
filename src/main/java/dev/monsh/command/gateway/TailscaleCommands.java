package dev.monsh.command.gateway;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.tailnet.KnownPeer;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetSource;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.gateway.TailnetViews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code tailscale …}: the machines of the tailnet that the gateway reaches the boxes over. */
public final class TailscaleCommands {

    private static final Option.Single<Path> PROGRAM =
            Option.file("program", "FILE", "the program tailscale, where it is not on PATH");
    private static final Option.Flag GATEWAY = Option.flag("gateway", "ask Tailscale on the gateway instead, over SSH");

    private static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    /** A key that runs out takes a box off the net until somebody logs in on it. */
    private static final Duration SOON = Duration.ofDays(14);

    private final Boxes boxes;
    private final Tailnets tailnets;
    private final InstantSource clock;

    public TailscaleCommands(Boxes boxes, Tailnets tailnets, InstantSource clock) {
        this.boxes = boxes;
        this.tailnets = tailnets;
        this.clock = clock;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(MonshCommand.named("tailscale status")
                .group(GatewayCommands.GROUP)
                .summary("List the machines of the tailnet, and how they are reached")
                .details("""
                        Asks Tailscale's own program. Online is what the control plane says; use 'gateway check' to see
                        whether a service answers. A link is direct, relayed (slower), or idle while nothing is sent.
                        An offline machine is not a failure; with PEER the exit code is 1 if that machine is offline or not
                        found. Warns if a key expires within 14 days. A box is named by its address in the configuration.
                        """)
                .optional("PEER", ValueKind.TAILNET_NAME)
                .option(PROGRAM)
                .option(GATEWAY)
                .formats(FORMATS)
                .example("monsh tailscale status", "all machines, this one first")
                .example("monsh tailscale status aibox-2 -o json", "one of them, by name, address or box")
                .runs(session, this::status));
    }

    private ExitCode status(Invocation call) {
        List<Box> known = List.copyOf(boxes.store(call.globals()).load().boxes().values());
        Tailnet tailnet = source(call).read().required();
        Optional<String> wanted = call.optionalArgument(0);
        List<KnownPeer> peers = tailnet.known(known).stream()
                .filter(peer -> wanted.map(peer::isCalled).orElse(true))
                .toList();
        TailnetViews.peers(clock.instant()).print(call.console(), call.format(), peers);
        peers.forEach(peer -> warn(call.console(), peer.peer()));
        if (wanted.isEmpty()) {
            return ExitCode.DONE;
        }
        if (peers.isEmpty()) {
            call.console().note("the tailnet has no machine " + wanted.get() + " that " + tailnet.place() + " may see");
        }
        boolean online =
                !peers.isEmpty() && peers.stream().allMatch(peer -> peer.peer().online());
        return online ? ExitCode.DONE : ExitCode.NO;
    }

    private TailnetSource source(Invocation call) {
        Optional<Path> program = call.get(PROGRAM);
        if (!call.get(GATEWAY)) {
            return tailnets.local(program, call.globals());
        }
        if (program.isPresent()) {
            throw new UsageException("tailscale status", "--program is one of this machine: leave out --gateway");
        }
        return tailnets.gateway(call.globals());
    }

    private void warn(Console console, Peer peer) {
        Instant now = clock.instant();
        Optional<Instant> expiry = peer.keyExpiry();
        if (peer.expired() || expiry.filter(now::isAfter).isPresent()) {
            console.warn("the key of " + peer.name() + " has expired: log in again there, sudo tailscale up");
        } else if (expiry.filter(now.plus(SOON)::isAfter).isPresent()) {
            console.warn("the key of " + peer.name() + " expires at " + expiry.get()
                    + ": log in again there, sudo tailscale up --force-reauth");
        }
    }
}
