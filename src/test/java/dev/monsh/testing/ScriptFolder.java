package dev.monsh.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder of programs that a test writes: shell scripts under the names of real ones. */
public record ScriptFolder(Path folder) {

    /** Writes an executable script and returns its file. */
    public Path program(String name, String body) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /** Returns a PATH with this folder in front of the machine's own programs. */
    public String path() {
        return folder + ":/usr/bin:/bin";
    }
}
