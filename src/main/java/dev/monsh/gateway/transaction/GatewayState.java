package dev.monsh.gateway.transaction;

import dev.monsh.gateway.host.Report;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of the gateway as it is.
 *
 * @param file the file behind all links; empty where there is none
 * @param complaint what nginx has against its configuration; empty where it is valid
 * @param master the pid of nginx; empty where it does not run
 * @param workers how many take connections
 * @param loaded whether the configuration includes the file
 * @param missing the claimed ports that nginx does not listen on
 */
public record GatewayState(
        Optional<String> file,
        Optional<String> complaint,
        Optional<String> master,
        int workers,
        boolean loaded,
        List<String> missing) {

    static GatewayState of(Report report) {
        String workers = report.text("workers");
        String missing = report.text("missing").strip();
        return new GatewayState(
                said(report.text("real")),
                report.text("valid").isEmpty() ? Optional.of(report.text("complaint")) : Optional.empty(),
                said(report.text("running")),
                workers.matches("\\d{1,6}") ? Integer.parseInt(workers) : 0,
                !report.text("loaded").isEmpty(),
                missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
