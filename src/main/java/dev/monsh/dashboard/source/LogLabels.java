package dev.monsh.dashboard.source;

import dev.monsh.labels.Labels;
import java.time.Instant;
import java.util.Map;

/** The label by which a service's lines are found, as the process monitor's Promtail sets it. */
final class LogLabels {

    static final String SERVICE = "service";

    /** Every stream that has the label. */
    static final String ANY = "{" + SERVICE + "=~\".+\"}";

    private LogLabels() {}

    /** Returns the LogQL selector of a service's streams. */
    static String selector(String service) {
        return Labels.of(Map.of(SERVICE, service)).toString();
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
