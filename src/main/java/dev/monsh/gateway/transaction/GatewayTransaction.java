package dev.monsh.gateway.transaction;

import dev.monsh.box.NginxSettings;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.CompanionFile;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.PasswordFile;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes the gateway's file so that nginx runs with the old one or with the new one, whole, whatever fails. All of it
 * happens in one script on the gateway, which comes to its end even when the connection does not; what came of it stands in
 * the gateway's journal.
 */
public final class GatewayTransaction {

    private static final Duration LOOK = Duration.ofSeconds(45);
    private static final Duration CHANGE = Duration.ofMinutes(3);

    private final RemoteHost host;
    private final GatewayScripts scripts;

    /** Takes a connection, which stays the caller's to close. */
    public GatewayTransaction(RemoteHost host, NginxSettings nginx) {
        this.host = host;
        this.scripts = new GatewayScripts(host, nginx);
    }

    /**
     * Reads the file, and brings to an end what an earlier run left behind.
     *
     * @param path an absolute path on the gateway
     * @throws ConfigurationException where file not found
     * @throws RejectedException where nginx does not accept its present configuration, does not run, or does not load the
     *     file: no change of it could be proved
     */
    public GatewayReading read(String path) {
        return read(path, false);
    }

    /** Reads the file, too; one that is not there is an empty one, which a change of it makes, with the link that nginx needs. */
    public GatewayReading readOrNew(String path) {
        return read(path, true);
    }

    private GatewayReading read(String path, boolean creates) {
        Report report = finished(path);
        requireUsable(path, report, creates);
        List<JournalEntry> untold = JournalReader.entries(report);
        return new GatewayReading(file(path, report), Optional.empty(), false, told(untold));
    }

    /**
     * Reads the file whatever state nginx is in, and finishes what an earlier run left behind.
     *
     * @throws ConfigurationException where file not found
     */
    public GatewayReading look(String path) {
        Report report = finished(path);
        requireFile(path, report, false);
        return new GatewayReading(
                file(path, report), trouble(path, report), isDown(report), told(JournalReader.entries(report)));
    }

    /** Reads, after a change whose script was cut short is completed or taken back. */
    private Report finished(String path) {
        Report report = scripts.ask(LOOK, "read", path);
        boolean unfinished = JournalReader.entries(report).stream()
                .anyMatch(entry -> entry.outcome().isEmpty());
        if (!unfinished) {
            return report;
        }
        scripts.finish(CHANGE, "recover");
        return scripts.ask(LOOK, "read", path);
    }

    private void requireUsable(String path, Report report, boolean creates) {
        requireFile(path, report, creates);
        trouble(path, report).ifPresent(trouble -> {
            throw trouble;
        });
    }

    private void requireFile(String path, Report report, boolean creates) {
        String what = path + " on " + host.name();
        String result = report.text("result");
        boolean absent = result.equals("absent");
        if (absent && !creates) {
            throw new ConfigurationException(
                    List.of(new Problem(what, 0, 0, "no such file")), new GatewayNextStep.AddMapping());
        }
        if (absent && !report.text("obstacle").isEmpty()) {
            throw fault(what, "no such file, and it can't be created: " + report.text("obstacle"));
        }
        if (result.equals("irregular")) {
            throw fault(what, "this is not a regular file");
        }
    }

    private static boolean isDown(Report report) {
        return report.text("valid").isEmpty() || report.text("running").isEmpty();
    }

    /** Returns why no change of the file could be proved now. */
    private Optional<RejectedException> trouble(String path, Report report) {
        String what = path + " on " + host.name();
        if (report.text("valid").isEmpty()) {
            return Optional.of(new RejectedException(
                    what,
                    "nginx rejects its current configuration: " + report.text("complaint"),
                    new GatewayNextStep.SeeHistory()));
        }
        if (report.text("running").isEmpty()) {
            return Optional.of(new RejectedException(
                    what, "nginx is not running", RemoteHost.shellCommand(host.name(), "sudo systemctl start nginx")));
        }
        boolean absent = report.text("result").equals("absent");
        return !absent && report.text("loaded").isEmpty()
                ? Optional.of(new RejectedException(
                        what, "nginx does not load this file: its configuration does not include it"))
                : Optional.empty();
    }

    static ConfigurationException fault(String what, String why) {
        return new ConfigurationException(List.of(new Problem(what, 0, 0, why)));
    }

    private static GatewayFile file(String path, Report report) {
        String loaded = report.text("loaded");
        String link = report.text("link");
        return new GatewayFile(
                path,
                report.text("real"),
                !loaded.isEmpty() ? loaded : link.isEmpty() ? path : link,
                report.text("owner"),
                report.text("mode"),
                report.bytes("bytes").orElse(Bytes.NONE),
                report.bytes("dump").orElse(Bytes.NONE),
                ports(report.text("held")));
    }

    private static Set<Integer> ports(String hexadecimal) {
        return Pattern.compile("\\b[0-9A-F]{4}\\b")
                .matcher(hexadecimal)
                .results()
                .map(port -> Integer.parseInt(port.group(), 16))
                .collect(Collectors.toSet());
    }

    private List<JournalEntry> told(List<JournalEntry> untold) {
        List<JournalEntry> finished =
                untold.stream().filter(entry -> entry.outcome().isPresent()).toList();
        acknowledge(finished.stream().map(JournalEntry::id).toList());
        return finished;
    }

    private void acknowledge(List<String> ids) {
        if (!ids.isEmpty()) {
            scripts.ask(LOOK, "acknowledge", ids.toArray(String[]::new));
        }
    }

    /**
     * Applies a change, or leaves or puts back what was there.
     *
     * @throws dev.monsh.failure.ConflictException where somebody else changes the gateway, has changed the file, or a port
     *     is taken; nothing was changed
     * @throws UnreachableException where the file could not be brought to the gateway whole (nothing was changed), or the
     *     connection broke afterwards (the gateway finishes by itself, and the next run reports)
     * @throws RejectedException where nginx does not accept the file (nothing was changed) or does not take it (it runs with
     *     the old one again)
     */
    public ApplyOutcome.Applied apply(ChangePlan plan) {
        scripts.ready();
        String candidate = scripts.upload("candidate", plan.newBytes());
        String companion = plan.companion()
                .flatMap(CompanionFile::bytes)
                .map(bytes -> scripts.upload("companion", bytes))
                .orElse("");
        ApplyOutcome outcome = outcome(attempt(plan, candidate, companion));
        return new ApplyFailures(plan.path(), host.name()).require(outcome);
    }

    private Report attempt(ChangePlan plan, String candidate, String companion) {
        try {
            return scripts.finish(
                    CHANGE,
                    "apply",
                    plan.path(),
                    plan.oldFingerprint(),
                    plan.newBytes().fingerprint(),
                    candidate,
                    plan.summary(),
                    PortClaim.lines(plan.claims()),
                    plan.companion().map(CompanionFile::path).orElse(""),
                    plan.companion().map(CompanionFile::oldFingerprint).orElse(""),
                    plan.companion().map(CompanionFile::newFingerprint).orElse(""),
                    companion,
                    plan.emergency() ? "yes" : "");
        } catch (UnreachableException | TimedOutException e) {
            throw unseen(plan, e.why() + "; the gateway finishes any change already started", e);
        } catch (RejectedException e) {
            // the script itself was ended, perhaps after the new file was in place: nobody knows before the next look
            throw unseen(plan, e.why() + "; the change may be in place", e);
        }
    }

    private UnreachableException unseen(ChangePlan plan, String why, MonshException cause) {
        return new UnreachableException(
                "change " + plan.path() + " on " + host.name(), why, new GatewayNextStep.SeeHistory(), cause);
    }

    private ApplyOutcome outcome(Report report) {
        String id = report.text("id");
        ApplyOutcome outcome = JournalReader.outcome(report.text("result"), id, report.text("detail"))
                .orElseThrow(() ->
                        new RejectedException("change " + host.name(), "its script answered " + report.text("result")));
        if (!id.isEmpty()) {
            try {
                acknowledge(List.of(id));
            } catch (MonshException e) {
                // what came of the change is known here; that the next run tells it again does no harm
                return outcome;
            }
        }
        return outcome;
    }

    /** Returns the newest entries of the journal, oldest first. Those without an outcome are being applied, or were cut short. */
    public List<JournalEntry> history(int newest) {
        return JournalReader.entries(scripts.ask(LOOK, "history", String.valueOf(newest)));
    }

    /**
     * Returns the file as it was before a change.
     *
     * @throws ConfigurationException where the journal has no such change, or no backup of it
     */
    public FormerFile before(String id) {
        Report report = scripts.ask(LOOK, "backup", id);
        List<JournalEntry> entries = JournalReader.entries(report);
        if (entries.isEmpty()) {
            throw fault("change " + id + " on " + host.name(), "the journal has no such change");
        }
        Bytes bytes = report.bytes("bytes")
                .orElseThrow(() -> fault(
                        "change " + id + " on " + host.name(), "it did not change the file, so no backup exists"));
        return new FormerFile(entries.getFirst(), bytes, report.bytes("companion-bytes"));
    }

    /** Looks at the gateway without changing anything, whatever state it is in. */
    public GatewayState state(String path, List<PortClaim> claims) {
        return GatewayState.of(scripts.ask(LOOK, "check", path, PortClaim.lines(claims)));
    }

    /** Returns what nginx reads, without changing anything, whatever state it is in. */
    public ConfigurationFiles files() {
        return ConfigurationFiles.of(scripts.ask(LOOK, "files"));
    }

    /**
     * Returns what {@code tailscale status --json} prints on the gateway; empty where that program is not there.
     *
     * @throws UnreachableException where it fails, with its own words
     */
    public Optional<String> tailscaleStatus() {
        Report report = scripts.ask(LOOK, "tailscale");
        return switch (report.text("result")) {
            case "absent" -> Optional.empty();
            case "failed" ->
                throw new UnreachableException(
                        "tailscale on " + host.name(),
                        report.text("complaint"),
                        RemoteHost.shellCommand(host.name(), "sudo systemctl start tailscaled"));
            default -> Optional.of(report.text("status"));
        };
    }

    /**
     * Reads a password file.
     *
     * @throws ConfigurationException where something else than a file lies there
     */
    public PasswordFile passwordFile(String path) {
        Report report = scripts.ask(LOOK, "companion", path);
        if (report.text("result").equals("irregular")) {
            throw fault(path + " on " + host.name(), "this is not a regular file");
        }
        return new PasswordFile(path, report.bytes("bytes"));
    }

    /** Plans to put back what was there before a change, as {@link Rollback#plan} does. */
    public ChangePlan rollback(GatewayFile now, Optional<String> id, Function<Bytes, List<PortClaim>> claims) {
        return new Rollback(this, host.name()).plan(now, id, claims);
    }
}
