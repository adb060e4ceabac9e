package dev.monsh.gateway;

import dev.monsh.edit.Bytes;
import java.util.Optional;

/**
 * A file that nginx reads beside its configuration, changed together with it.
 *
 * @param path an absolute path on the gateway
 * @param oldFingerprint SHA-256 of what it was made from; empty where there was no such file
 * @param bytes the whole new file; empty to take it away
 */
public record CompanionFile(String path, String oldFingerprint, Optional<Bytes> bytes) {

    /** Returns SHA-256 of the new file; empty where there is to be none. */
    public String newFingerprint() {
        return bytes.map(Bytes::fingerprint).orElse("");
    }
}
