import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the case that docs/performance.md measures process matching with: {@code DIR/proc}, a folder in the form of /proc
 * with 10,000 processes, and {@code DIR/config.yml} with 100 rules in the shape of the manual's.
 * Usage: java ManyProcesses.java DIR
 */
final class ManyProcesses {

    private static final int PROCESSES = 10_000;
    private static final int RULES = 100;
    private static final String[] COMMS = {"uvicorn", "python3.9", "python3", "node", "java"};

    private ManyProcesses() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path proc = Files.createDirectories(folder.resolve("proc"));
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3 4 5 6 7 8 9 10\nbtime 1700000000\n");
        for (int i = 0; i < PROCESSES; i++) {
            process(proc, i);
        }
        StringBuilder config = new StringBuilder("process_names:\n");
        for (int rule = 0; rule < RULES; rule++) {
            config.append("""
                      - name: 'service%1$03d-stream{{.Matches.stream_id}}'
                        comm:
                          - uvicorn
                          - python3.9
                        cmdline:
                          - '.*uvicorn\\s+service%1$03d_stream(?P<stream_id>\\d+).*'
                    """.formatted(rule));
        }
        Files.writeString(folder.resolve("config.yml"), config);
    }

    /** Two in three are children of init; the third is one of the process before it. */
    private static void process(Path proc, int i) throws IOException {
        int pid = 100 + i;
        String comm = COMMS[i % COMMS.length];
        Path folder = Files.createDirectories(proc.resolve(String.valueOf(pid)));
        Files.writeString(
                folder.resolve("stat"),
                "%d (%s) S %d 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 %d 1000 100 0 1 1 0 0 0 0 0 0 0\n"
                        .formatted(pid, comm, i % 3 == 0 ? pid - 1 : 1, pid));
        String service = "service%03d_stream%02d:app".formatted(i % 200, i % 17);
        Files.writeString(
                folder.resolve("cmdline"),
                String.join("\0", "/usr/bin/" + comm, "/opt/app/bin/uvicorn", service, "--port", "" + (8000 + i)) + "\0");
        Files.writeString(folder.resolve("status"), "Name:\t" + comm + "\nUid:\t0\t0\t0\t0\n");
    }
}
