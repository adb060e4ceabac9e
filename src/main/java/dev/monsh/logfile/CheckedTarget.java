package dev.monsh.logfile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A target and what is on the disk for it.
 *
 * @param hostPath its files on this machine, a path or a glob; empty where that can't be told
 * @param files those that are there
 */
public record CheckedTarget(
        LogTarget target, Optional<String> hostPath, List<LogFile> files, List<LogFinding> findings) {

    public CheckedTarget {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /** Returns when the last of its files was written last. */
    public Optional<Instant> lastWritten() {
        return files.stream().map(LogFile::lastWritten).max(Comparator.naturalOrder());
    }

    /** Returns whether one of the findings is a fault. */
    public boolean isFaulty() {
        return findings.stream().anyMatch(LogFinding::fault);
    }
}
