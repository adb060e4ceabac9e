package dev.monsh.testing.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The lab's scripts, and a copy of the manual's stack, beside the compiled tests. */
final class LabFiles {

    private LabFiles() {}

    /** Returns a script of the lab, made executable, since a build that copies it need not keep that. */
    static Path script(String name) {
        try {
            return Files.setPosixFilePermissions(
                    resource("/docker/" + name), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of the stack as the manual gives it, byte for byte. */
    static Path manualStack() {
        return resource("/process-monitor");
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(LabFiles.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
