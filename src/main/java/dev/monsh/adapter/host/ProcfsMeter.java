package dev.monsh.adapter.host;

import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProcStat;
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
            return ProcStat.parse(file.bytes(), file.size())
                    .map(stat -> new ProcessFigures(
                            (int) stat.pid(),
                            stat.startTicks(),
                            (stat.userTicks() + stat.systemTicks()) * NANOS_PER_TICK,
                            stat.residentPages() * PAGE,
                            (int) stat.threads()));
        } catch (IOException e) {
            // it has ended meanwhile
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
