package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.HopReader;
import dev.monsh.adapter.ssh.config.JumpName;
import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.adapter.ssh.knownhosts.KnownHosts;
import dev.monsh.cloud.launch.HostKey;
import dev.monsh.cloud.launch.HostKeyStore;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileSnapshot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that OpenSSH looks host keys up in; new ones go into the first of them, the user's own. */
public final class KnownHostsFile implements HostKeyStore {

    /** A file of ours is nobody else's business; OpenSSH makes it so too. */
    private static final int MODE = 0600;

    private final HopReader hops;
    private final AtomicFile files;

    /** Takes what says where the user's own files are. */
    public KnownHostsFile(SshSurroundings surroundings, AtomicFile files) {
        this.hops = new HopReader(surroundings);
        this.files = files;
    }

    @Override
    public List<HostKey> known(String host) {
        SshHop hop = hop(host);
        return KnownHosts.read(hop.knownHosts(), hop.knownHostsName()).ownKeys();
    }

    @Override
    public void add(String host, List<HostKey> keys) {
        SshHop hop = hop(host);
        Path file = hop.knownHosts().getFirst();
        StringBuilder lines = new StringBuilder();
        for (HostKey key : keys) {
            lines.append(hop.knownHostsName())
                    .append(' ')
                    .append(key.type())
                    .append(' ')
                    .append(key.key())
                    .append('\n');
        }
        append(file, lines.toString());
    }

    /** Adds lines to a file, which is made where it is missing. */
    void append(Path file, String lines) {
        byte[] added = lines.getBytes(StandardCharsets.US_ASCII);
        Optional<FileSnapshot> before = FileSnapshot.readIfPresent(file);
        if (before.isPresent()) {
            files.replace(before.get(), appended(before.get().bytes(), added), new Backup.None());
        } else {
            files.create(file, added, MODE);
        }
    }

    /** A last line without its end would otherwise swallow the first new one. */
    private static byte[] appended(byte[] old, byte[] added) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(old.length + added.length + 1);
        bytes.writeBytes(old);
        if (old.length > 0 && old[old.length - 1] != '\n') {
            bytes.write('\n');
        }
        bytes.writeBytes(added);
        return bytes.toByteArray();
    }

    private SshHop hop(String host) {
        return hops.read(new JumpName(Optional.empty(), host, Optional.empty()));
    }
}
