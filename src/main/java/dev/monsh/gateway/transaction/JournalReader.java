package dev.monsh.gateway.transaction;

import dev.monsh.gateway.host.Report;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads journal entries and outcomes out of a script's report. */
final class JournalReader {

    private JournalReader() {}

    /** Returns the entries: each from its {@code entry} line to the next one or to {@code end}. */
    static List<JournalEntry> entries(Report report) {
        List<JournalEntry> entries = new ArrayList<>();
        Map<String, String> facts = new HashMap<>();
        for (Report.Fact fact : report.facts()) {
            boolean boundary = fact.name().equals("entry") || fact.name().equals("end");
            if (boundary && facts.containsKey("entry")) {
                entries.add(entry(facts));
            }
            if (boundary) {
                facts.clear();
            }
            if (!fact.name().equals("end")) {
                facts.put(fact.name(), fact.text());
            }
        }
        return entries;
    }

    private static JournalEntry entry(Map<String, String> facts) {
        String id = facts.getOrDefault("entry", "");
        return new JournalEntry(
                id,
                time(facts.getOrDefault("time", "")),
                facts.getOrDefault("user", ""),
                facts.getOrDefault("path", ""),
                facts.getOrDefault("old", ""),
                facts.getOrDefault("new", ""),
                facts.getOrDefault("summary", ""),
                Optional.ofNullable(facts.get("result"))
                        .flatMap(result -> outcome(result, id, facts.getOrDefault("detail", ""))),
                facts.getOrDefault("step", ""),
                facts.containsKey("reported"),
                Optional.ofNullable(facts.get("companion"))
                        .map(path -> new JournalEntry.Companion(
                                path,
                                facts.getOrDefault("companion-old", ""),
                                facts.getOrDefault("companion-new", ""))));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the outcome that a word of the scripts stands for; empty for a word that is none. */
    static Optional<ApplyOutcome> outcome(String result, String id, String detail) {
        return Optional.ofNullable(
                switch (result) {
                    case "applied" -> new ApplyOutcome.Applied(id, detail);
                    case "locked" -> new ApplyOutcome.Locked(detail);
                    case "stale" -> new ApplyOutcome.Stale(detail);
                    case "taken" -> new ApplyOutcome.PortTaken(detail);
                    case "transfer" -> new ApplyOutcome.NotTransferred(detail);
                    case "broken" -> new ApplyOutcome.AlreadyBroken(detail);
                    case "stopped" -> new ApplyOutcome.NotRunning();
                    case "invalid" -> new ApplyOutcome.Invalid(detail);
                    case "warned" -> new ApplyOutcome.Warned(detail);
                    case "rolled-back" -> new ApplyOutcome.RolledBack(id, detail);
                    case "unconfirmed", "stranded" -> new ApplyOutcome.Unconfirmed(id, detail);
                    case "unchanged" -> new ApplyOutcome.Unchanged(id, detail);
                    case "superseded" -> new ApplyOutcome.Superseded(id, detail);
                    default -> null;
                });
    }
}
