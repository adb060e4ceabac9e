package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.cloud.launch.HostKey;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The lines of known_hosts that are about one host. */
public final class KnownHosts {

    private final List<KnownHostLine> lines;
    private final Optional<RevocationList> revoked;
    private final String revokedIn;

    private KnownHosts(List<KnownHostLine> lines, Optional<RevocationList> revoked, String revokedIn) {
        this.lines = lines;
        this.revoked = revoked;
        this.revokedIn = revokedIn;
    }

    /**
     * Reads files, of which any may be missing, for a host given as {@code name} or {@code [name]:port}.
     *
     * @throws dev.monsh.failure.RefusedException where a file that is there can't be read: a revocation may stand in it
     */
    public static KnownHosts read(List<Path> files, String host) {
        List<KnownHostLine> lines = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : text(file).split("\n")) {
                number++;
                KnownHostLine.parse(file, number, line)
                        .filter(each -> each.hosts().matches(host))
                        .ifPresent(lines::add);
            }
        }
        return new KnownHosts(lines, Optional.empty(), "");
    }

    /**
     * Returns the same with the keys of a {@code RevokedHostKeys} file, whatever host shows them: one public key a line, or a key
     * revocation list.
     *
     * @throws dev.monsh.failure.RefusedException where it can't be read
     */
    public KnownHosts revoking(Path file) {
        String text = Files.exists(file) ? text(file) : "";
        if (text.isEmpty()) {
            // like OpenSSH: without the list no key is known to be good
            throw new RefusedException("RevokedHostKeys " + file, "the file is missing or empty");
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (RevocationList.isOne(bytes)) {
            Optional<RevocationList> list = RevocationList.parse(bytes);
            if (list.isEmpty()) {
                throw new RefusedException(
                        "RevokedHostKeys " + file,
                        "the key revocation list is damaged, or has a part that monsh does not know");
            }
            return new KnownHosts(lines, list, file.toString());
        }
        List<KnownHostLine> all = new ArrayList<>(lines);
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            KnownHostLine.parse(file, number, "@revoked * " + line).ifPresent(all::add);
        }
        return new KnownHosts(all, Optional.empty(), "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
    }

    /** Returns the types of the host's own keys, to ask it for one that is known. */
    public List<String> keyTypes() {
        return lines.stream()
                .filter(line -> line.marker() == KnownHostLine.Marker.HOST)
                .map(KnownHostLine::keyType)
                .distinct()
                .toList();
    }

    /** Returns the host's own keys, those that are revoked left out. */
    public List<HostKey> ownKeys() {
        return lines.stream()
                .filter(line -> line.marker() == KnownHostLine.Marker.HOST)
                .filter(line -> find(KnownHostLine.Marker.REVOKED, line.key()).isEmpty())
                .map(line -> new HostKey(
                        line.keyType(),
                        Base64.getEncoder().encodeToString(line.key().toArray())))
                .toList();
    }

    public boolean hasAuthority() {
        return lines.stream().anyMatch(line -> line.marker() == KnownHostLine.Marker.AUTHORITY);
    }

    /** Returns the line with that key and marker. */
    Optional<KnownHostLine> find(KnownHostLine.Marker marker, Bytes key) {
        return lines.stream()
                .filter(line -> line.marker() == marker && line.key().equals(key))
                .findFirst();
    }

    /** Returns the key revocation list that revokes a key; empty where none does. */
    Optional<String> listRevoking(Bytes key, Optional<HostCertificate> certificate) {
        return revoked.filter(list -> list.revokes(key, certificate)).map(list -> revokedIn);
    }

    /** Returns a line that says the host has another key. */
    Optional<KnownHostLine> anyOfHost() {
        return lines.stream()
                .filter(line -> line.marker() == KnownHostLine.Marker.HOST)
                .findFirst();
    }
}
