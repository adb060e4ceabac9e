package dev.monsh.metrics;

import java.util.List;

/** What the server says beside an answer. */
public record Notices(List<String> warnings, List<String> infos) {

    public Notices {
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
    }
}
