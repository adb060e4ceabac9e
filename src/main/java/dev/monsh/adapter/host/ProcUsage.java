package dev.monsh.adapter.host;

import dev.monsh.os.ProcStat;
import dev.monsh.stack.status.ProcessUsage;
import dev.monsh.stack.status.UsageMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Processor time and memory from procfs: utime and stime of {@code stat}, and {@code VmRSS} of {@code status} (proc(5)). */
public final class ProcUsage implements UsageMeter {

    private static final String RESIDENT = "VmRSS:";
    private static final int KIBIBYTE = 1024;

    /** The kernel counts in hundredths of a second on every machine that this runs on (USER_HZ). */
    private static final long NANOS_PER_TICK = 10_000_000;

    private final Path procfs;

    /** Takes where proc(5) is mounted. */
    public ProcUsage(Path procfs) {
        this.procfs = procfs;
    }

    @Override
    public Optional<ProcessUsage> measure(long pid) {
        Path process = procfs.resolve(Long.toString(pid));
        try {
            byte[] stat = Files.readAllBytes(process.resolve("stat"));
            long resident = resident(process);
            return ProcStat.parse(stat, stat.length)
                    .map(fields ->
                            new ProcessUsage((fields.userTicks() + fields.systemTicks()) * NANOS_PER_TICK, resident));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long resident(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"), StandardCharsets.ISO_8859_1)) {
            if (line.startsWith(RESIDENT)) {
                String kibibytes =
                        line.substring(RESIDENT.length()).replace("kB", "").strip();
                return Long.parseLong(kibibytes) * KIBIBYTE;
            }
        }
        return 0;
    }
}
