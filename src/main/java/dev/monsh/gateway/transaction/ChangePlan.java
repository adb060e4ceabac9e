package dev.monsh.gateway.transaction;

import dev.monsh.edit.Bytes;
import dev.monsh.gateway.CompanionFile;
import java.util.List;
import java.util.Optional;

/**
 * A change that was shown and agreed to.
 *
 * @param path the file as it was asked for
 * @param oldFingerprint SHA-256 of what it was made from; the change is refused when the file is another one by now
 * @param newBytes the whole new file
 * @param claims every port that nginx must own afterwards; they must be free or nginx's before
 * @param summary one line for the journal, for instance {@code map add aibox-2}
 * @param companion what is changed together with it
 * @param emergency whether nginx may be down, or its present configuration broken; the new file must be good all the same
 */
public record ChangePlan(
        String path,
        String oldFingerprint,
        Bytes newBytes,
        List<PortClaim> claims,
        String summary,
        Optional<CompanionFile> companion,
        boolean emergency) {

    public ChangePlan {
        claims = List.copyOf(claims);
        // it becomes one word of a command line and one line of the journal
        summary = summary.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Plans to put other bytes in the place of a file that was read. */
    public static ChangePlan of(GatewayFile file, Bytes newBytes, List<PortClaim> claims, String summary) {
        return new ChangePlan(file.path(), file.fingerprint(), newBytes, claims, summary, Optional.empty(), false);
    }

    /** Returns the same with a file that is changed together with it. */
    public ChangePlan with(Optional<CompanionFile> file) {
        return new ChangePlan(path, oldFingerprint, newBytes, claims, summary, file, emergency);
    }

    /** Returns the same for a gateway that is in trouble. */
    public ChangePlan inEmergency() {
        return new ChangePlan(path, oldFingerprint, newBytes, claims, summary, companion, true);
    }
}
