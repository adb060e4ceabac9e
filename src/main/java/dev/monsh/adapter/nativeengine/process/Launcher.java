package dev.monsh.adapter.nativeengine.process;

import dev.monsh.failure.RefusedException;
import dev.monsh.os.DetachedProgram;
import dev.monsh.os.ProcTable;
import dev.monsh.os.SearchPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts programs in a session of their own, so that neither monsh's end nor a closed terminal reaches them.
 *
 * <p>Each goes through a shell that first looks for the run folder's marker and then becomes the program. Between fork
 * and exec a process can't be told from monsh, so a stop at that moment would miss it; but that stop has deleted the
 * marker, and so the program is never started.
 */
final class Launcher {

    /** The program's words are the shell's positional parameters: no quoting is involved. */
    private static final String GUARD = "[ -e \"$MONSH_STACK_MARKER\" ] || exit 125; exec \"$@\"";

    private static final Duration EXEC_PATIENCE = Duration.ofSeconds(2);

    private final RunFolder folder;
    private final Map<String, String> environment;
    private final ProcTable table;

    /** Takes monsh's own environment, of which a program gets only the path, home and time zone. */
    Launcher(RunFolder folder, Map<String, String> environment, ProcTable table) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.table = table;
    }

    Process start(Launch launch) {
        try {
            return DetachedProgram.start(
                    words(launch), variables(launch), folder.folder(), folder.output(launch.name()));
        } catch (IOException e) {
            throw new RefusedException(launch.name(), String.valueOf(e.getMessage()), null, e);
        }
    }

    private List<String> words(Launch launch) {
        List<String> words = new ArrayList<>();
        setsid().ifPresent(words::add);
        words.addAll(List.of("/bin/sh", "-c", GUARD, "sh"));
        words.addAll(launch.command());
        return words;
    }

    /** Part of util-linux, which Debian always has; without it the program shares monsh's terminal. */
    private Optional<String> setsid() {
        return SearchPath.of(environment).find("setsid").map(Path::toString);
    }

    private Map<String, String> variables(Launch launch) {
        Map<String, String> variables = new HashMap<>(launch.variables());
        for (String kept : List.of("PATH", "HOME", "TZ")) {
            Optional.ofNullable(environment.get(kept)).ifPresent(value -> variables.put(kept, value));
        }
        variables.putIfAbsent("PATH", SearchPath.USUAL);
        variables.put(RunFolder.ID_VARIABLE, folder.id());
        variables.put(RunFolder.NAME_VARIABLE, launch.name());
        variables.put(RunFolder.MARKER_VARIABLE, folder.marker().toString());
        return variables;
    }

    /**
     * Returns once the shell has become the program. process-exporter names a process when it first sees it, so it must
     * not see a worker before that.
     */
    void awaitExec(Process process) throws InterruptedException {
        long end = System.nanoTime() + EXEC_PATIENCE.toNanos();
        while (process.isAlive() && isLauncher(process.pid()) && System.nanoTime() - end < 0) {
            Thread.sleep(1);
        }
    }

    private boolean isLauncher(long pid) {
        List<String> words = table.commandLine(pid);
        return words.isEmpty() || words.contains(GUARD) || words.getFirst().endsWith("jspawnhelper");
    }
}
