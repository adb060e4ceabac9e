package dev.monsh.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who listens on this machine's TCP ports, from {@code /proc/net/tcp} and the processes' file descriptors (proc(5)). */
public final class TcpListeners {

    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private final Path procfs;

    /** Takes where proc(5) is mounted. */
    public TcpListeners(Path procfs) {
        this.procfs = procfs;
    }

    /** Returns who listens on the port, on whichever address; empty where nobody does. */
    public Optional<TcpListener> find(int port) {
        Set<String> sockets = sockets(port);
        return sockets.isEmpty()
                ? Optional.empty()
                : holder(sockets).or(() -> Optional.of(new TcpListener(Optional.empty(), "")));
    }

    /** Returns whether that process listens on the port; false where its file descriptors cannot be read. */
    public boolean listens(long pid, int port) {
        Set<String> sockets = sockets(port);
        return !sockets.isEmpty() && holds(procfs.resolve(Long.toString(pid)), sockets);
    }

    /** Returns whether the process's file descriptors can be read. */
    public boolean sees(long pid) {
        return Files.isReadable(procfs.resolve(Long.toString(pid)).resolve("fd"));
    }

    private Set<String> sockets(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(sockets(procfs.resolve(table), port));
        }
        return sockets;
    }

    private static Set<String> sockets(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        Set<String> inodes = new HashSet<>();
        for (String line : lines(table)) {
            String[] fields = line.strip().split(" +");
            if (fields.length > INODE && fields[LOCAL_ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTEN)) {
                inodes.add("socket:[" + fields[INODE] + "]");
            }
        }
        return inodes;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<TcpListener> holder(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(procfs, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    return Optional.of(new TcpListener(Optional.of(pid), name(process)));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException e) {
            // another user's, or it has ended meanwhile
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(Path process) {
        List<String> comm = lines(process.resolve("comm"));
        return comm.isEmpty() ? "" : comm.getFirst();
    }
}
