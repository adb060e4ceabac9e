package dev.monsh.gateway.map;

import dev.monsh.box.Box;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.DirectiveCheck;
import dev.monsh.gateway.site.GatewaySite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file on this machine: no nginx is asked and nothing is reloaded. */
public final class LocalGateway implements GatewayHost {

    /** nginx loads every file of {@code sites-enabled}, a backup as well, but none of a hidden folder. */
    private static final String BACKUPS = ".monsh-backups";

    private final FileSnapshot read;
    private final List<Box> boxes;
    private final Optional<String> publicHost;
    private final AtomicFile files;

    /** Takes the boxes that name the targets, and the name by which clients know the gateway. */
    public LocalGateway(Path file, List<Box> boxes, Optional<String> publicHost, AtomicFile files) {
        this.read = FileSnapshot.read(file);
        this.boxes = boxes;
        this.publicHost = publicHost;
        this.files = files;
    }

    @Override
    public GatewaySite read() {
        NginxFile file = NginxFile.parse(read.path().toString(), read.bytes());
        DirectiveCheck.require(file);
        return new GatewaySite(file, List.of(), boxes, publicHost);
    }

    @Override
    public List<String> apply(MappingChange change) {
        Path folder = read.real().resolveSibling(BACKUPS);
        Optional<Path> backup = files.replace(read, change.after().bytes(), new Backup.In(folder));
        return List.of(
                "wrote " + read.path() + backup.map(kept -> "; backup: " + kept).orElse(""));
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
