package dev.monsh.process;

import dev.monsh.process.gotext.GoText;
import java.time.Instant;
import java.util.List;

/**
 * One process, as process-exporter reads it.
 *
 * @param pid process id
 * @param ppid id of its parent; 0 where it has none
 * @param comm field 2 of {@code /proc/PID/stat} without its parentheses, at most 15 bytes; may hold blanks and
 *     parentheses
 * @param argv the arguments, empty for kernel threads and zombies; bytes that are not UTF-8 are kept as {@link GoText}
 * @param user name of the effective user, or its number where it has no name; empty when it was not asked for
 * @param startTime when it started, to a hundredth of a second
 * @param cgroups the paths of its control groups; empty when they were not asked for
 */
public record RunningProcess(
        int pid, int ppid, String comm, List<String> argv, String user, Instant startTime, List<String> cgroups) {

    public RunningProcess {
        argv = List.copyOf(argv);
        cgroups = List.copyOf(cgroups);
    }

    /** Returns argv joined with single blanks: what the {@code cmdline} regexes search. */
    public String commandLine() {
        return argv.size() == 1 ? argv.getFirst() : String.join(" ", argv);
    }

    /** Returns {@code argv[0]}, or comm where there is no argv: {@code .ExeFull} of a name template. */
    public String exeFull() {
        return argv.isEmpty() ? comm : argv.getFirst();
    }

    /** Returns the last part of {@code argv[0]}, or comm where there is no argv: {@code .ExeBase} of a name template. */
    public String exeBase() {
        return argv.isEmpty() ? comm : baseName(argv.getFirst());
    }

    /** Returns the last element of a path as Go's {@code filepath.Base} does: {@code .} for an empty one. */
    public static String baseName(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
