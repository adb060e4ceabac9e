package dev.monsh.gateway.transaction;

import dev.monsh.edit.Bytes;
import dev.monsh.gateway.host.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nginx on a machine reads, whichever file has the mappings.
 *
 * @param program what {@code nginx -v} says; empty where nginx is not installed
 * @param complaint what nginx has against its configuration; empty where it is valid
 * @param dump what {@code nginx -T} prints
 * @param realPaths the file behind all links, by the name that nginx has for it
 * @param usualSite where a file with mappings goes on this machine
 */
public record ConfigurationFiles(
        Optional<String> program,
        Optional<String> complaint,
        Bytes dump,
        Map<String, String> realPaths,
        String usualSite) {

    public ConfigurationFiles {
        realPaths = Map.copyOf(realPaths);
    }

    static ConfigurationFiles of(Report report) {
        Map<String, String> real = new HashMap<>();
        List<Report.Fact> facts = report.facts();
        for (int i = 1; i < facts.size(); i++) {
            if (facts.get(i).name().equals("real") && facts.get(i - 1).name().equals("file")) {
                real.put(facts.get(i - 1).text(), facts.get(i).text());
            }
        }
        return new ConfigurationFiles(
                said(report, "program"),
                said(report, "complaint"),
                report.bytes("dump").orElse(Bytes.NONE),
                real,
                report.text("usual"));
    }

    private static Optional<String> said(Report report, String name) {
        return Optional.of(report.text(name)).filter(text -> !text.isEmpty());
    }

    /** Returns the file behind all links. */
    public String real(String name) {
        return realPaths.getOrDefault(name, name);
    }
}
