package dev.monsh.adapter.host;

import dev.monsh.failure.UnreachableException;
import dev.monsh.process.usage.MachineFigures;
import dev.monsh.process.usage.MachineMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures this machine: {@code /proc/stat}, {@code /proc/meminfo} (proc(5)) and a file system. */
public final class ProcfsMachine implements MachineMeter {

    private static final int KIBIBYTE = 1024;

    /** Fields of the line {@code cpu} of {@code /proc/stat}; those after steal are in the first two already. */
    private static final int IDLE = 3;

    private static final int WAITING = 4;
    private static final int STEAL = 7;

    private final Path procfs;
    private final Path root;

    /** Takes where proc(5) is mounted, and a folder of the file system that counts. */
    public ProcfsMachine(Path procfs, Path root) {
        this.procfs = procfs;
        this.root = root;
    }

    @Override
    public MachineFigures measure() {
        try {
            String[] ticks = line("stat", "cpu ").split(" +");
            long all = 0;
            long idle = 0;
            for (int i = 0; i < ticks.length && i <= STEAL; i++) {
                long count = Long.parseLong(ticks[i]);
                all += count;
                idle += i == IDLE || i == WAITING ? count : 0;
            }
            FileStore disk = Files.getFileStore(root);
            long used = disk.getTotalSpace() - disk.getUnallocatedSpace();
            return new MachineFigures(
                    all - idle,
                    all,
                    kibibytes("MemAvailable:"),
                    kibibytes("MemTotal:"),
                    used,
                    used + disk.getUsableSpace());
        } catch (IOException | NumberFormatException e) {
            throw new UnreachableException(procfs.toString(), "can't be read: " + e.getMessage(), null, e);
        }
    }

    private long kibibytes(String name) throws IOException {
        return Long.parseLong(line("meminfo", name).replace("kB", "").strip()) * KIBIBYTE;
    }

    /** Returns what follows a name at the beginning of a line. */
    private String line(String file, String name) throws IOException {
        for (String line : Files.readAllLines(procfs.resolve(file), StandardCharsets.US_ASCII)) {
            if (line.startsWith(name)) {
                return line.substring(name.length()).strip();
            }
        }
        throw new IOException("no line " + name.strip() + " in " + file);
    }
}
