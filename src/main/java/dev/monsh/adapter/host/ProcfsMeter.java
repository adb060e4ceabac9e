package dev.monsh.adapter.host;

import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProcStat;
import dev.monsh.process.usage.OpenFiles;
import dev.monsh.process.usage.ProcessFigures;
import dev.monsh.process.usage.ProcessMeter;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures the processes of this machine from procfs, one file each, since it is done each second. The files of most
 * processes stay open: finding, opening and closing one costs the kernel three times what reading it does. An open one of a
 * process that has ended can't be read, whoever has its number next.
 */
public final class ProcfsMeter implements ProcessMeter {

    /** The kernel tells times in hundredths of a second on every machine that this runs on (USER_HZ). */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int PAGE = 4096;

    /** 52 numbers and a name (proc_pid_stat(5)). */
    private static final int LONGEST_STAT = 2048;

    /** A shell allows 1024 open files, and the program needs some for itself. */
    private static final int MOST_OPEN = 512;

    private static final String FILES_LIMIT = "Max open files";

    private final Path procfs;
    private final ByteBuffer line = ByteBuffer.allocate(LONGEST_STAT);
    private final Map<String, FileChannel> kept = new HashMap<>();
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
        Set<String> present = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9') {
                present.add(name);
                read(name).ifPresent(all::add);
            }
        }
        kept.keySet().stream().filter(name -> !present.contains(name)).toList().forEach(this::forget);
        return all;
    }

    private void load(String pid) throws IOException {
        line.clear();
        FileChannel known = kept.get(pid);
        if (known != null) {
            known.read(line, 0);
            return;
        }
        FileChannel fresh = FileChannel.open(procfs.resolve(pid).resolve("stat"), StandardOpenOption.READ);
        if (kept.size() < MOST_OPEN) {
            kept.put(pid, fresh);
            fresh.read(line, 0);
            return;
        }
        try (fresh) {
            fresh.read(line, 0);
        }
    }

    private void forget(String pid) {
        FileChannel known = kept.remove(pid);
        if (known != null) {
            try {
                known.close();
            } catch (IOException e) {
                // it was only read
            }
        }
    }

    private Optional<ProcessFigures> read(String pid) {
        try {
            load(pid);
            return ProcStat.parse(line.array(), line.position())
                    .map(stat -> new ProcessFigures(
                            (int) stat.pid(),
                            stat.startTicks(),
                            (stat.userTicks() + stat.systemTicks()) * NANOS_PER_TICK,
                            stat.residentPages() * PAGE,
                            (int) stat.threads()));
        } catch (IOException e) {
            // it has ended meanwhile
            forget(pid);
            return Optional.empty();
        }
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
