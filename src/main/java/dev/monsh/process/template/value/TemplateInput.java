package dev.monsh.process.template.value;

import dev.monsh.process.gotext.GoText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a name template is given (process-exporter, config/config.go: {@code templateParams}). Text may hold raw bytes in
 * the form of {@link GoText}.
 *
 * @param startTime in UTC, to a hundredth of a second
 * @param matches the captures of the rule's regexes; unnamed groups and whole matches under the empty name
 */
public record TemplateInput(
        List<String> cgroups,
        String comm,
        String exeBase,
        String exeFull,
        String username,
        int pid,
        Instant startTime,
        Map<String, String> matches) {

    /** The names of the fields, in the order in which Go declares, and so prints, them. */
    public static final List<String> FIELDS =
            List.of("Cgroups", "Comm", "ExeBase", "ExeFull", "Username", "PID", "StartTime", "Matches");

    /** The order of Go strings: by their bytes. */
    public static final Comparator<String> BYTE_ORDER =
            (a, b) -> Arrays.compareUnsigned(GoText.encode(a), GoText.encode(b));

    /** Returns the value of one field; empty where there is none of that name. */
    public Optional<GoValue> field(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "Cgroups" -> new GoValue.Strings(cgroups);
                    case "Comm" -> new GoValue.Text(comm);
                    case "ExeBase" -> new GoValue.Text(exeBase);
                    case "ExeFull" -> new GoValue.Text(exeFull);
                    case "Username" -> new GoValue.Text(username);
                    case "PID" -> new GoValue.Int(pid);
                    case "StartTime" -> new GoValue.Time(startTime);
                    case "Matches" -> new GoValue.Mapping(sortedMatches());
                    default -> null;
                });
    }

    private SortedMap<String, String> sortedMatches() {
        SortedMap<String, String> sorted = new TreeMap<>(BYTE_ORDER);
        sorted.putAll(matches);
        return sorted;
    }
}
