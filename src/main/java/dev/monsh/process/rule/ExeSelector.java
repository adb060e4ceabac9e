package dev.monsh.process.rule;

import dev.monsh.process.RunningProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code exe} entries of a rule. An entry without a slash wants that base name of {@code argv[0]}; one with a slash
 * wants the whole of it. Of two entries with the same base name the later one counts (process-exporter,
 * config/config.go).
 */
public final class ExeSelector {

    private final Map<String, String> pathByBase = new HashMap<>();

    ExeSelector(List<String> entries) {
        for (String entry : entries) {
            boolean isPath = entry.indexOf('/') >= 0;
            pathByBase.put(isPath ? RunningProcess.baseName(entry) : entry, isPath ? entry : "");
        }
    }

    boolean takes(RunningProcess process) {
        if (process.argv().isEmpty()) {
            return false;
        }
        String path = pathByBase.get(process.exeBase());
        return path != null && (path.isEmpty() || path.equals(process.argv().getFirst()));
    }

    /** Returns the entry that counts for each base name; empty where the base name alone does. */
    public Map<String, String> pathByBase() {
        return pathByBase;
    }
}
