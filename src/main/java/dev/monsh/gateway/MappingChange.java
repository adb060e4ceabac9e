package dev.monsh.gateway;

import dev.monsh.edit.UnifiedDiff;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.Arrays;
import java.util.List;

/**
 * A change of the file with the mappings, made but not yet written.
 *
 * @param summary one line for a journal, for instance {@code map add aibox-2}
 * @param said what was done, a line each
 * @param warnings what the user should know before it is written
 * @param ports the public ports that mean something else afterwards
 */
public record MappingChange(
        GatewaySite before,
        NginxFile after,
        String summary,
        List<String> said,
        List<String> warnings,
        List<Integer> ports) {

    public MappingChange {
        said = List.copyOf(said);
        warnings = List.copyOf(warnings);
        ports = List.copyOf(ports);
    }

    /** Returns whether the file stays as it is. */
    public boolean isEmpty() {
        return Arrays.equals(before.file().bytes(), after.bytes());
    }

    /** Returns what {@code diff -u} prints of it; empty where the file stays as it is. */
    public byte[] diff() {
        String name = before.file().name();
        return UnifiedDiff.between(before.file().bytes(), after.bytes()).bytes(name, name);
    }
}
