package dev.monsh.stack.check;

import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.mount.Mount;
import dev.monsh.os.FolderRemover;
import dev.monsh.stack.InlineFile;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration files that stand in the Compose file itself, written to a folder of their own so that all that reads
 * files can read them. The folder is only this user's, and gone when this is closed.
 */
public final class InlineFiles implements AutoCloseable {

    private final Map<Path, InlineFile> written = new LinkedHashMap<>();
    private final StackReading reading;
    private Path folder = Path.of("");

    private InlineFiles(StackReading reading) {
        this.reading = withMounts(reading);
    }

    /**
     * Writes the files.
     *
     * @throws dev.monsh.failure.RefusedException where they cannot be written
     */
    public static InlineFiles write(StackReading reading) {
        return new InlineFiles(reading);
    }

    /** Returns the reading, in which each service sees its files. */
    public StackReading reading() {
        return reading;
    }

    private StackReading withMounts(StackReading plain) {
        List<InlineFile> known = plain.inline().stream()
                .filter(file -> file.content().isPresent())
                .toList();
        if (known.isEmpty()) {
            return plain;
        }
        try {
            folder = Files.createTempDirectory("monsh-check");
            for (InlineFile file : known) {
                Path path = folder.resolve(written.size() + ".yml");
                Files.writeString(path, file.content().orElseThrow());
                written.put(path, file);
            }
        } catch (IOException e) {
            close();
            throw FileFailure.of("write the configs of " + plain.stack().folder(), e);
        }
        Stack stack = plain.stack();
        List<StackService> services =
                stack.services().stream().map(this::mounted).toList();
        List<InlineFile> unknown =
                plain.inline().stream().filter(file -> file.content().isEmpty()).toList();
        return plain.with(new Stack(stack.folder(), stack.composeFile(), services), unknown);
    }

    private StackService mounted(StackService service) {
        List<Mount> mounts = new ArrayList<>(service.mounts());
        written.forEach((path, file) -> {
            if (file.service().equals(service.name())) {
                mounts.add(new Mount(true, path.toString(), file.target(), true));
            }
        });
        return service.with(mounts);
    }

    /** Returns a finding at the config's own place where it is about one of the files. */
    public Finding placed(Finding finding) {
        for (Map.Entry<Path, InlineFile> each : written.entrySet()) {
            String path = each.getKey().toString();
            String config = "the config " + each.getValue().name();
            String message = finding.message().replace(path, config);
            if (finding.file().equals(path)) {
                String line = finding.line() == 0 ? "" : ", line " + finding.line();
                Problem place = each.getValue().place();
                return Finding.at(
                        finding.severity(), finding.about(), place, config + line + ": " + message, finding.next());
            }
            if (!message.equals(finding.message())) {
                return Finding.at(finding.severity(), finding.about(), finding.problem(), message, finding.next());
            }
        }
        return finding;
    }

    @Override
    public void close() {
        if (!folder.toString().isEmpty()) {
            FolderRemover.remove(folder);
        }
    }
}
