package dev.monsh.adapter.host;

import dev.monsh.failure.UnreachableException;
import dev.monsh.process.usage.OpenFiles;
import dev.monsh.process.usage.ProcessFigures;
import dev.monsh.process.usage.ProcessMeter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures the processes of this machine from procfs: one file each, since it is done each second. */
public final class ProcfsMeter implements ProcessMeter {

    /** The kernel tells times in hundredths of a second on every machine that this runs on (USER_HZ). */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int PAGE = 4096;
    private static final String FILES_LIMIT = "Max open files";

    /** Fields of {@code stat}, counted from 1 after the parenthesis that ends the name (proc_pid_stat(5)). */
    private static final int USER_TIME = 12;

    private static final int SYSTEM_TIME = 13;
    private static final int THREADS = 18;
    private static final int START = 20;
    private static final int RESIDENT = 22;

    private final Path procfs;
    private final ByteFile file = new ByteFile();
    private final Map<Integer, Long> limits = new HashMap<>();

    /** Takes where proc(5) is mounted. */
    public ProcfsMeter(Path procfs) {
        this.procfs = procfs;
    }

    @Override
    public List<ProcessFigures> measure() {
        String[] names = new File(procfs.toString()).list();
        if (names == null) {
            throw new UnreachableException(procfs.toString(), "can't be read: no such folder, or permission denied");
        }
        List<ProcessFigures> all = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9') {
                read(name).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<ProcessFigures> read(String pid) {
        try {
            file.read(procfs + "/" + pid + "/stat");
            long[] fields = fields();
            return fields.length == 0
                    ? Optional.empty()
                    : Optional.of(new ProcessFigures(
                            Integer.parseInt(pid),
                            fields[START],
                            (fields[USER_TIME] + fields[SYSTEM_TIME]) * NANOS_PER_TICK,
                            fields[RESIDENT] * PAGE,
                            (int) fields[THREADS]));
        } catch (IOException | NumberFormatException e) {
            // it has ended meanwhile
            return Optional.empty();
        }
    }

    /** Returns the numbers after the name, each at its own index; none where the line is cut off. */
    private long[] fields() {
        byte[] bytes = file.bytes();
        int at = file.size() - 1;
        while (at >= 0 && bytes[at] != ')') {
            at--;
        }
        long[] fields = new long[RESIDENT + 1];
        int field = 0;
        while (at >= 0 && ++at < file.size()) {
            if (bytes[at] == ' ') {
                field++;
                if (field > RESIDENT) {
                    return fields;
                }
            } else if (bytes[at] >= '0' && bytes[at] <= '9') {
                fields[field] = fields[field] * 10 + bytes[at] - '0';
            }
        }
        return new long[0];
    }

    @Override
    public Optional<OpenFiles> openFiles(int pid) {
        String folder = procfs + "/" + pid;
        String[] open = new File(folder + "/fd").list();
        if (open == null) {
            limits.remove(pid);
            return Optional.empty();
        }
        return Optional.of(new OpenFiles(open.length, limits.computeIfAbsent(pid, _ -> limit(folder))));
    }

    private static long limit(String folder) {
        try {
            for (String line : Files.readAllLines(Path.of(folder, "limits"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith(FILES_LIMIT)) {
                    String soft = line.substring(FILES_LIMIT.length()).strip().split(" +")[0];
                    return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // it has ended meanwhile, or tells no limit
        }
        return Long.MAX_VALUE;
    }
}
