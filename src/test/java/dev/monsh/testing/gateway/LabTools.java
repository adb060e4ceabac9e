package dev.monsh.testing.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands in front of the system's tools on the gateway: every call is written down, and a fault may be laid in its way. A
 * fault is a line of shell that is run before the tool.
 */
public final class LabTools {

    /** What the transaction calls, step by step. */
    public static final List<String> NAMES = List.of(
            "awk",
            "base64",
            "cat",
            "cp",
            "find",
            "flock",
            "ln",
            "mkdir",
            "mv",
            "nginx",
            "readlink",
            "rm",
            "sha256sum",
            "sleep",
            "stat",
            "sync",
            "tail",
            "unshare");

    private final Path folder;
    private final Path faults;
    private final Path calls;

    LabTools(Path root) {
        this.folder = root.resolve("tools");
        this.faults = root.resolve("faults");
        this.calls = root.resolve("calls");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LabFiles.write(calls, "", "rw-rw-rw-");
        for (String name : NAMES) {
            LabFiles.write(folder.resolve(name), wrapper(name), "rwxr-xr-x");
        }
    }

    private String wrapper(String name) {
        return """
                #!/bin/sh
                echo "NAME $*" >>CALLS
                if [ -e FAULTS/NAME ]; then . FAULTS/NAME; fi
                PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
                exec NAME "$@"
                """.replace("NAME", name).replace("CALLS", calls.toString()).replace("FAULTS", faults.toString());
    }

    Path folder() {
        return folder;
    }

    /** Lays a fault in the way of a tool. */
    public void fault(String tool, String shell) {
        LabFiles.write(faults.resolve(tool), shell + "\n", "rw-r--r--");
    }

    /** Takes all faults away, and forgets the calls. */
    public void clear() {
        LabFiles.remove(faults);
        try {
            Files.createDirectories(faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LabFiles.write(calls, "", "rw-rw-rw-");
    }

    /** Returns the calls so far: tool and arguments. */
    public List<String> calls() {
        return LabFiles.read(calls).lines().toList();
    }
}
