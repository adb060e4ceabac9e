package dev.monsh.gateway.transaction;

import java.time.Instant;
import java.util.Optional;

/**
 * One change in the gateway's journal, whether it came off or not.
 *
 * @param id a number; a later change has a higher one
 * @param time by the gateway's clock; empty where the journal is damaged
 * @param user who logged in
 * @param path the file behind all links
 * @param oldFingerprint SHA-256 of the file before
 * @param newFingerprint SHA-256 of the file that was to be put in its place
 * @param summary what the change was for
 * @param outcome empty while it is being applied, and where its script was cut short
 * @param lastStep the last step that was begun
 * @param reported whether somebody was told of the outcome
 * @param companion what was changed together with it
 */
public record JournalEntry(
        String id,
        Optional<Instant> time,
        String user,
        String path,
        String oldFingerprint,
        String newFingerprint,
        String summary,
        Optional<ApplyOutcome> outcome,
        String lastStep,
        boolean reported,
        Optional<Companion> companion) {

    /** Another file, by its fingerprints before and after; an empty one says that there was, or is, none. */
    public record Companion(String path, String oldFingerprint, String newFingerprint) {}

    /** Tells whether nginx took the change, so that there is something to roll back. */
    public boolean applied() {
        return outcome.filter(ApplyOutcome.Applied.class::isInstance).isPresent();
    }
}
