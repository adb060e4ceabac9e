package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of known_hosts that are about one host. */
public final class KnownHosts {

    private final List<KnownHostLine> lines;

    private KnownHosts(List<KnownHostLine> lines) {
        this.lines = lines;
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
        return new KnownHosts(lines);
    }

    /**
     * Returns the same with the keys of a {@code RevokedHostKeys} file, one public key a line, whatever host shows them.
     *
     * @throws dev.monsh.failure.RefusedException where it can't be read, or is a key revocation list
     */
    public KnownHosts revoking(Path file) {
        String text = Files.exists(file) ? text(file) : "";
        if (text.isEmpty() || text.startsWith("SSHKRL")) {
            // like OpenSSH: without the list no key is known to be good
            throw new RefusedException(
                    "RevokedHostKeys " + file,
                    text.isEmpty()
                            ? "the file is missing or empty"
                            : "monsh does not read key revocation lists; list the public keys as text instead");
        }
        List<KnownHostLine> all = new ArrayList<>(lines);
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            KnownHostLine.parse(file, number, "@revoked * " + line).ifPresent(all::add);
        }
        return new KnownHosts(all);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw FileFailure.refused("read " + file, e);
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

    public boolean hasAuthority() {
        return lines.stream().anyMatch(line -> line.marker() == KnownHostLine.Marker.AUTHORITY);
    }

    /** Returns the line with that key and marker. */
    Optional<KnownHostLine> find(KnownHostLine.Marker marker, Bytes key) {
        return lines.stream()
                .filter(line -> line.marker() == marker && line.key().equals(key))
                .findFirst();
    }

    /** Returns a line that says the host has another key. */
    Optional<KnownHostLine> anyOfHost() {
        return lines.stream()
                .filter(line -> line.marker() == KnownHostLine.Marker.HOST)
                .findFirst();
    }
}
