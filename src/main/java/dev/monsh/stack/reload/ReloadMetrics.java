package dev.monsh.stack.reload;

import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Service;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's own metrics say of its reloads. */
final class ReloadMetrics {

    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final Probe probe;
    private final ObservedService service;

    ReloadMetrics(Probe probe, ObservedService service) {
        this.probe = probe;
        this.service = service;
    }

    /**
     * The last reload.
     *
     * @param successes when the last good one was, or how many there were: whichever the server tells
     * @param failures whether the last one was bad, or how many were
     */
    record Reading(double successes, double failures) {}

    /** Returns whether the server knows reloads at all. */
    boolean reloads() {
        return !Double.isNaN(read().failures());
    }

    /** Returns them; NaN for what is not told. */
    Reading read() {
        String metrics = service.configuration()
                .flatMap(ObservedConfiguration::server)
                .map(server -> probe.get(server.resolve("/metrics"), QUESTION))
                .filter(ProbeAnswer::ok)
                .map(ProbeAnswer::body)
                .orElse("");
        return service.kind().filter(Service.PROMETHEUS::equals).isPresent()
                ? new Reading(
                        value(metrics, "prometheus_config_last_reload_success_timestamp_seconds"),
                        1 - value(metrics, "prometheus_config_last_reload_successful"))
                : new Reading(
                        value(metrics, "promtail_config_reload_success_total"),
                        value(metrics, "promtail_config_reload_fail_total"));
    }

    private static double value(String metrics, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " ([-+.0-9eE]+)$").matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }
}
