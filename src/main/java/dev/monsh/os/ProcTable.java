package dev.monsh.os;

import dev.monsh.failure.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The processes of this machine, as the kernel shows them under {@code /proc}. A process can end at any moment, so
 * whatever can't be read is taken as gone.
 */
public final class ProcTable {

    private final Path proc;

    public ProcTable(Path proc) {
        this.proc = proc;
    }

    /** Returns what the kernel says of a process, also of one that has ended and was not waited for. */
    public Optional<ProcStat> stat(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve("stat"));
            return ProcStat.parse(bytes, bytes.length);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the identity of a process that has not ended. */
    public Optional<ProcessIdentity> identity(long pid) {
        return stat(pid)
                .filter(stat -> !stat.ended())
                .map(stat -> new ProcessIdentity(pid, stat.startTicks(), bootId()));
    }

    /** Returns whether exactly this process still runs. */
    public boolean lives(ProcessIdentity identity) {
        return identity(identity.pid()).filter(identity::equals).isPresent();
    }

    /** Returns the words of the process's command line; empty for one that has ended. */
    public List<String> commandLine(long pid) {
        return text(pid, "cmdline")
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split("\0", -1)))
                .orElse(List.of());
    }

    /** Returns the environment that the process was started with; empty when it is another user's. */
    public Map<String, String> environment(long pid) {
        Map<String, String> variables = new TreeMap<>();
        for (String entry : text(pid, "environ").orElse("").split("\0", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                variables.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return variables;
    }

    /**
     * Returns the processes that were started with this variable and value, or are children of such ones. Those in
     * another PID namespace are left out: they belong to a container, where the same folder is another folder.
     */
    public List<ProcessIdentity> startedWith(String variable, String value) {
        List<ProcessIdentity> found = new ArrayList<>();
        byte[] wanted = (variable + "=" + value).getBytes(StandardCharsets.ISO_8859_1);
        String own = namespace("self").orElse("");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                if (holds(folder.resolve("environ"), wanted)
                        && namespace(name).filter(own::equals).isPresent()) {
                    identity(Long.parseLong(name)).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw FileFailure.at(proc, e);
        }
        return found;
    }

    private static boolean holds(Path environ, byte[] wanted) {
        try {
            String all = "\0" + new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1) + "\0";
            return all.contains("\0" + new String(wanted, StandardCharsets.ISO_8859_1) + "\0");
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> namespace(String pid) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(proc.resolve(pid).resolve("ns/pid")).toString());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private String bootId() {
        try {
            return Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private Optional<String> text(long pid, String file) {
        try {
            byte[] bytes = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve(file));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
