package dev.monsh.testing;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder in the form of /proc, with as much in it as process-exporter needs to count a process. */
public final class ProcfsFolder {

    /** When the machine of the folder started, in seconds since 1970. */
    public static final long BOOT_TIME = 1_700_000_000L;

    private static final String LIMITS =
            "Limit                     Soft Limit           Hard Limit           Units     \n"
                    + "Max open files            1024                 4096                 files     \n";

    private final Path folder;

    private ProcfsFolder(Path folder) {
        this.folder = folder;
    }

    /** One process of the folder; {@code cmdline} as the kernel gives it, with its NULs. */
    public record Entry(int pid, int ppid, byte[] comm, byte[] cmdline, int uid, long startTicks, String cgroup) {

        /** Returns a process of root with plain text in all its parts. */
        public static Entry of(int pid, int ppid, String comm, String... argv) {
            return new Entry(pid, ppid, bytes(comm), argvBytes(List.of(argv)), 0, 100L + pid, "0::/init.scope\n");
        }
    }

    public static ProcfsFolder create(Path folder) {
        ProcfsFolder created = new ProcfsFolder(folder);
        created.write(
                folder.resolve("stat"),
                bytes("cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 1 2 3 4 5 6 7 8 9 10\nintr 0\nctxt 1\nbtime " + BOOT_TIME
                        + "\nprocesses 1\nprocs_running 1\nprocs_blocked 0\nsoftirq 0 0 0 0 0 0 0 0 0 0 0\n"));
        return created;
    }

    public ProcfsFolder add(Entry entry) {
        Path process = folder.resolve(String.valueOf(entry.pid()));
        write(process.resolve("stat"), stat(entry));
        write(process.resolve("cmdline"), entry.cmdline());
        write(process.resolve("status"), status(entry));
        write(process.resolve("limits"), bytes(LIMITS));
        write(process.resolve("cgroup"), bytes(entry.cgroup()));
        return this;
    }

    public ProcfsFolder addAll(List<Entry> entries) {
        entries.forEach(this::add);
        return this;
    }

    public Path path() {
        return folder;
    }

    private static byte[] stat(Entry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(bytes(entry.pid() + " ("));
        line.writeBytes(entry.comm());
        line.writeBytes(bytes(") S " + entry.ppid() + " 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 " + entry.startTicks()
                + " 1000 100 18446744073709551615 1 1 0 0 0 0 0 4096 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n"));
        return line.toByteArray();
    }

    private static byte[] status(Entry entry) {
        String uid = "\t" + (entry.uid() + 1) + "\t" + entry.uid() + "\t0\t0\n";
        return bytes("Name:\tx\nState:\tS (sleeping)\nTgid:\t" + entry.pid() + "\nUid:" + uid
                + "Gid:\t0\t0\t0\t0\nVmSwap:\t0 kB\nvoluntary_ctxt_switches:\t1\nnonvoluntary_ctxt_switches:\t1\n");
    }

    /** Joins arguments as the kernel does: a NUL after each. */
    public static byte[] argvBytes(List<String> argv) {
        StringBuilder text = new StringBuilder();
        argv.forEach(argument -> text.append(argument).append('\0'));
        return bytes(text.toString());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
