package dev.monsh.gateway.transaction;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.CompanionFile;
import dev.monsh.gateway.PasswordFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plans to put back what was there before a change, out of the gateway's journal. */
final class Rollback {

    /** Entries of the journal that are looked through. */
    private static final int LONG_AGO = 1000;

    private final GatewayTransaction transaction;
    private final String host;

    Rollback(GatewayTransaction transaction, String host) {
        this.transaction = transaction;
        this.host = host;
    }

    /**
     * Plans it. A password file that was written since then goes back with the site, unless somebody else has changed it.
     *
     * @param id the change; empty for the last one that was applied to the file
     * @throws ConfigurationException where there is none to take back, or it was one of another file
     */
    ChangePlan plan(GatewayFile now, Optional<String> id, Function<Bytes, List<PortClaim>> claims) {
        List<JournalEntry> entries = transaction.history(LONG_AGO);
        String change = id.orElseGet(() -> last(entries, now));
        FormerFile former = transaction.before(change);
        if (!former.change().path().equals(now.real())) {
            throw GatewayTransaction.fault(
                    "change " + change + " on " + host,
                    "it was one of " + former.change().path());
        }
        String summary = former.change().summary();
        return ChangePlan.of(
                        now,
                        former.bytes(),
                        claims.apply(former.bytes()),
                        "rollback " + change + (summary.isEmpty() ? "" : ": " + summary))
                .with(companion(since(entries, change)));
    }

    private String last(List<JournalEntry> entries, GatewayFile now) {
        return entries.reversed().stream()
                .filter(entry -> entry.applied() && entry.path().equals(now.real()))
                .map(JournalEntry::id)
                .findFirst()
                .orElseThrow(
                        () -> GatewayTransaction.fault(now.path() + " on " + host, "monsh has not changed it yet"));
    }

    private static List<JournalEntry> since(List<JournalEntry> entries, String id) {
        return entries.stream()
                .dropWhile(entry -> !entry.id().equals(id))
                .filter(entry -> entry.applied() && entry.companion().isPresent())
                .toList();
    }

    /** The first change since then knows what the file was before all of them, the last one what it should be by now. */
    private Optional<CompanionFile> companion(List<JournalEntry> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        JournalEntry.Companion first = changes.getFirst().companion().orElseThrow();
        JournalEntry.Companion last = changes.getLast().companion().orElseThrow();
        PasswordFile present = transaction.passwordFile(first.path());
        String fingerprint = present.bytes().map(Bytes::fingerprint).orElse("");
        boolean ours = first.path().equals(last.path()) && fingerprint.equals(last.newFingerprint());
        if (!ours || fingerprint.equals(first.oldFingerprint())) {
            return Optional.empty();
        }
        Optional<Bytes> former = first.oldFingerprint().isEmpty()
                ? Optional.empty()
                : transaction.before(changes.getFirst().id()).companion();
        boolean known = first.oldFingerprint().isEmpty() || former.isPresent();
        return known ? Optional.of(new CompanionFile(first.path(), fingerprint, former)) : Optional.empty();
    }
}
