package dev.monsh.gateway.transaction;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.host.RemoteHost;

/** Says of a change that did not come off what failed, what state it left, and what to do next. */
final class ApplyFailures {

    private static final String NOTHING = "; nothing was changed";

    private final String what;
    private final String host;

    ApplyFailures(String path, String host) {
        this.what = "change " + path + " on " + host;
        this.host = host;
    }

    /** Returns the change where it was applied, and throws its failure where it was not. */
    ApplyOutcome.Applied require(ApplyOutcome outcome) {
        if (outcome instanceof ApplyOutcome.Applied applied) {
            return applied;
        }
        throw failure(outcome);
    }

    private MonshException failure(ApplyOutcome outcome) {
        return switch (outcome) {
            case ApplyOutcome.Applied _ ->
                throw new IllegalArgumentException("a change that was applied has not failed");
            case ApplyOutcome.Locked(String by) ->
                conflict("another change is being applied" + (by.isEmpty() ? "" : " by " + by) + NOTHING);
            case ApplyOutcome.Stale(String file) ->
                conflict(file + " was changed on the gateway after it was read" + NOTHING);
            case ApplyOutcome.PortTaken(String reason) -> conflict("port " + reason + NOTHING);
            case ApplyOutcome.NotTransferred(String reason) -> new UnreachableException(what, reason + NOTHING);
            case ApplyOutcome.AlreadyBroken(String complaint) ->
                rejected("nginx rejects its current configuration: " + complaint + NOTHING);
            case ApplyOutcome.NotRunning() ->
                new RejectedException(
                        what,
                        "nginx is not running" + NOTHING,
                        RemoteHost.shellCommand(host, "sudo systemctl start nginx"));
            case ApplyOutcome.Invalid(String complaint) ->
                rejected("nginx rejects the new file: " + complaint + NOTHING);
            case ApplyOutcome.Warned(String complaint) ->
                rejected("nginx warns about the new file: " + complaint + NOTHING);
            case ApplyOutcome.RolledBack failed ->
                rejected("nginx rejected the new file and runs with the old one again: " + failed.reason());
            case ApplyOutcome.Unconfirmed failed ->
                new RejectedException(
                        what, "nginx rejected the new file: " + failed.reason(), new GatewayNextStep.Check());
            case ApplyOutcome.Unchanged unchanged -> rejected(unchanged.reason() + NOTHING);
            case ApplyOutcome.Superseded superseded -> conflict(superseded.reason());
        };
    }

    private ConflictException conflict(String why) {
        return new ConflictException(what, why);
    }

    private RejectedException rejected(String why) {
        return new RejectedException(what, why);
    }
}
