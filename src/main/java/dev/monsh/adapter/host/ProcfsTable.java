package dev.monsh.adapter.host;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProcStat;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.ProcessSnapshot;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a {@code /proc}, or of a folder in its form. Two files a process are read, and one more for each
 * detail asked for.
 */
public final class ProcfsTable implements ProcessTable {

    private static final Duration TICK = Duration.ofMillis(10);

    private final Path procfs;
    private final Path passwd;
    private final ByteFile file = new ByteFile();

    /** Takes the folder and the user database of the machine that it belongs to. */
    public ProcfsTable(Path procfs, Path passwd) {
        this.procfs = procfs;
        this.passwd = passwd;
    }

    /** Takes the folder; users are those of this machine. */
    public ProcfsTable(Path procfs) {
        this(procfs, Path.of("/etc/passwd"));
    }

    @Override
    public ProcessSnapshot read(Set<ProcessDetail> details) {
        String[] names = new File(procfs.toString()).list();
        if (names == null) {
            throw new UnreachableException(procfs.toString(), "can't be read: no such folder, or permission denied");
        }
        int[] pids = Arrays.stream(names)
                .filter(ProcfsTable::isPid)
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
        Instant boot = bootTime();
        UserNames users = details.contains(ProcessDetail.USER) ? UserNames.read(passwd) : null;
        List<RunningProcess> processes = new ArrayList<>(pids.length);
        for (int pid : pids) {
            read(pid, boot, users, details).ifPresent(processes::add);
        }
        return new ProcessSnapshot(processes, List.of());
    }

    private static boolean isPid(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Instant bootTime() {
        try {
            file.read(procfs + "/stat");
        } catch (IOException e) {
            throw new UnreachableException(procfs.toString(), "is not a /proc: its stat file can't be read", null, e);
        }
        String text = new String(file.bytes(), 0, file.size(), StandardCharsets.ISO_8859_1);
        return text.lines()
                .filter(line -> line.matches("btime [0-9]{1,18}"))
                .findFirst()
                .map(line -> Instant.ofEpochSecond(Long.parseLong(line, 6, line.length(), 10)))
                .orElseThrow(() -> new RejectedException(procfs + "/stat", "has no btime line: not a /proc"));
    }

    /** Reads one process; one that ended meanwhile, or is hidden from us, is passed over as process-exporter does. */
    private Optional<RunningProcess> read(
            int pid, Instant boot, @Nullable UserNames users, Set<ProcessDetail> details) {
        try {
            return readFiles(pid, boot, users, details);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<RunningProcess> readFiles(
            int pid, Instant boot, @Nullable UserNames users, Set<ProcessDetail> details) throws IOException {
        String folder = procfs + "/" + pid;
        file.read(folder + "/stat");
        Optional<ProcStat> stat = ProcStat.parse(file.bytes(), file.size());
        if (stat.isEmpty()) {
            return Optional.empty();
        }
        file.read(folder + "/cmdline");
        List<String> argv = argv(file.bytes(), file.size());
        String user = users == null ? "" : users.name(effectiveUser(folder));
        List<String> cgroups = details.contains(ProcessDetail.CGROUPS) ? cgroups(folder) : List.of();
        Instant start = boot.plus(TICK.multipliedBy(stat.get().startTicks()));
        String comm = GoText.decode(stat.get().comm().getBytes(StandardCharsets.ISO_8859_1));
        return Optional.of(new RunningProcess(pid, (int) stat.get().ppid(), comm, argv, user, start, cgroups));
    }

    /** Splits on NUL after cutting those at the end; a file of nothing but NULs is one empty argument. */
    static List<String> argv(byte[] bytes, int size) {
        if (size == 0) {
            return List.of();
        }
        int end = size;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        List<String> argv = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || bytes[i] == 0) {
                argv.add(GoText.decode(bytes, start, i));
                start = i + 1;
            }
        }
        return argv;
    }

    private String effectiveUser(String folder) throws IOException {
        file.read(folder + "/status");
        String status = new String(file.bytes(), 0, file.size(), StandardCharsets.ISO_8859_1);
        int start = status.startsWith("Uid:") ? 0 : status.indexOf("\nUid:") + 1;
        if (start == 0 && !status.startsWith("Uid:")) {
            return "0";
        }
        int end = status.indexOf('\n', start);
        String[] uids = status.substring(start + 4, end < 0 ? status.length() : end)
                .strip()
                .split("\t", -1);
        return uids.length > 1 ? uids[1] : "0";
    }

    private List<String> cgroups(String folder) {
        try {
            file.read(folder + "/cgroup");
        } catch (IOException _) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        for (String line : GoText.decode(file.bytes(), 0, file.size()).split("\n", -1)) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3) {
                paths.add(fields[2]);
            } else if (!line.isEmpty()) {
                return List.of();
            }
        }
        return paths;
    }
}
