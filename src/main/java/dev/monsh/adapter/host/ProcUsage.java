package dev.monsh.adapter.host;

import dev.monsh.stack.ProcessUsage;
import dev.monsh.stack.UsageMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Processor time and memory from procfs: {@code task/TID/schedstat}, whose first number is nanoseconds on a CPU (Linux,
 * Documentation/scheduler/sched-stats), and {@code VmRSS} of {@code status}.
 */
public final class ProcUsage implements UsageMeter {

    private static final String RESIDENT = "VmRSS:";
    private static final int KIBIBYTE = 1024;

    private final Path procfs;

    /** Takes where proc(5) is mounted. */
    public ProcUsage(Path procfs) {
        this.procfs = procfs;
    }

    @Override
    public Optional<ProcessUsage> measure(long pid) {
        Path process = procfs.resolve(Long.toString(pid));
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            long nanos = 0;
            for (Path thread : threads) {
                nanos += cpu(thread);
            }
            return Optional.of(new ProcessUsage(nanos, resident(process)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long cpu(Path thread) {
        try {
            String text = Files.readString(thread.resolve("schedstat"), StandardCharsets.US_ASCII);
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException e) {
            // the thread has ended since it was listed
            return 0;
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
