package dev.monsh.command.gateway;

import dev.monsh.box.GatewaySettings;
import dev.monsh.cli.Invocation;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.connect.HostIntroduction;
import dev.monsh.gateway.connect.UnknownHost;
import java.util.Optional;

/** Asks whether unknown host keys are the right ones. Nothing but a person's yes or the fingerprint itself is an answer. */
final class HostKeyQuestion {

    /** As many machines as a way may have, and the gateway. */
    private static final int MOST = 9;

    private final Invocation call;
    private final HostIntroduction introduction;
    private final Optional<String> expected;

    /** Takes the fingerprint that the user has from elsewhere. */
    HostKeyQuestion(Invocation call, HostIntroduction introduction, Optional<String> expected) {
        this.call = call;
        this.introduction = introduction;
        this.expected = expected.map(text -> text.replaceAll("=+$", ""));
    }

    /**
     * Makes every machine on the way known.
     *
     * @return how the command ends where one stays unknown; empty where all are known
     * @throws RefusedException where the key is not the expected one, or nobody can be asked
     */
    Optional<ExitCode> ask(GatewaySettings settings) {
        Optional<UnknownHost> stranger = introduction.stranger(settings);
        for (int i = 0; i < MOST && stranger.isPresent(); i++) {
            Optional<ExitCode> end = ask(stranger.get());
            if (end.isPresent()) {
                return end;
            }
            stranger = introduction.stranger(settings);
        }
        return Optional.empty();
    }

    private Optional<ExitCode> ask(UnknownHost host) {
        if (call.globals().dryRun()) {
            show(host);
            call.console().note("nothing was changed: this was a dry run, and the way ends at an unknown host key");
            return Optional.of(ExitCode.DONE);
        }
        if (expected.isPresent()) {
            requireExpected(host, expected.get());
        } else if (!call.canAsk()) {
            throw new RefusedException(
                    "ssh " + host.name(),
                    "its key is not known: " + host.keyType() + " " + host.fingerprint() + "; compare it with what "
                            + command(host) + " prints on that machine, then name it",
                    "monsh gateway connect " + call.argument(0) + " --fingerprint " + host.fingerprint());
        } else {
            show(host);
            if (!call.confirms("is this the right key, and shall known_hosts have it?")) {
                call.console().note("nothing was changed");
                return Optional.of(ExitCode.NO);
            }
        }
        introduction.trust(host);
        call.console()
                .note("added the key of " + host.name() + " to "
                        + host.file().map(Object::toString).orElse("known_hosts"));
        return Optional.empty();
    }

    private void show(UnknownHost host) {
        call.console().errorLine("the key of " + host.name() + " is not known yet:");
        call.console().errorLine("  " + host.keyType() + " " + host.fingerprint());
        call.console().errorLine("compare it with what " + command(host) + " prints on that machine");
    }

    private static String command(UnknownHost host) {
        return "`ssh-keygen -lf " + host.keyFile() + "`";
    }

    private void requireExpected(UnknownHost host, String fingerprint) {
        if (!host.fingerprint().equals(fingerprint)) {
            throw new RefusedException(
                    "ssh " + host.name(),
                    "its key is " + host.keyType() + " " + host.fingerprint() + " and not " + fingerprint
                            + "; somebody may be intercepting the connection, or the fingerprint is that of another"
                            + " key of the machine");
        }
    }
}
