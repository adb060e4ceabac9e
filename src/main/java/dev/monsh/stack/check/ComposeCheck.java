package dev.monsh.stack.check;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.mount.Mounts;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceSource;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.util.HashMap;
import java.util.Map;

/** What the Compose file says that goes wrong, now or one day. */
final class ComposeCheck {

    private final StackReading reading;
    private final Findings findings;

    ComposeCheck(StackReading reading, Findings findings) {
        this.reading = reading;
        this.findings = findings;
    }

    void run() {
        reading.version()
                .ifPresent(place -> findings.add(Finding.at(
                        Severity.NOTE, "", place, "'version' is obsolete: Compose ignores it", "remove the line")));
        reading.notes().forEach(note -> findings.add(note(note)));
        containerNames();
        for (StackService service : reading.stack().services()) {
            if (!service.image().isEmpty()) {
                tag(service);
            }
            service.kind().ifPresent(kind -> server(service, kind));
        }
    }

    private static Finding note(Problem note) {
        Severity severity = note.message().contains("is not set") ? Severity.WARNING : Severity.NOTE;
        return new Finding(severity, "", note, "");
    }

    private void containerNames() {
        Map<String, String> taken = new HashMap<>();
        for (ServiceSource source : reading.sources()) {
            String name = source.containerName().orElse("");
            String other = name.isEmpty() ? null : taken.putIfAbsent(name, source.service());
            if (other != null) {
                findings.add(Finding.at(
                        Severity.ERROR,
                        source.service(),
                        source.at("container_name"),
                        "the container name " + name + " is already used by " + other,
                        "use another name or remove the line"));
            }
        }
    }

    private void tag(StackService service) {
        String image = service.image();
        String last = image.substring(image.lastIndexOf('/') + 1);
        boolean latest = last.endsWith(":latest") || !last.contains(":");
        if (latest && !image.contains("@")) {
            findings.warning(
                    service,
                    findings.at(service, "image"),
                    "the image " + image + (last.contains(":") ? "" : ", which is " + image + ":latest,")
                            + " changes with every pull",
                    "pin a version, such as " + example(service));
        }
    }

    private static String example(StackService service) {
        return service.kind()
                .map(kind -> switch (kind) {
                    case PROMETHEUS -> "prom/prometheus:v3.5.0";
                    case LOKI -> "grafana/loki:3.5.7";
                    case PROMTAIL -> "grafana/promtail:3.5.7";
                    case PROCESS_EXPORTER -> "ncabatoff/process-exporter:0.8.7";
                })
                .orElse("NAME:1.2.3");
    }

    private void server(StackService service, Service kind) {
        switch (kind) {
            case PROMETHEUS -> prometheus(service);
            case LOKI -> {}
            case PROMTAIL ->
                findings.info(
                        service,
                        findings.at(service, "image"),
                        "Promtail has reached end of life: Loki 3.6 is the last release to include it",
                        "use Grafana Alloy instead");
            case PROCESS_EXPORTER -> processExporter(service);
        }
    }

    private void prometheus(StackService service) {
        String data = service.option("storage.tsdb.path").orElse("/prometheus");
        if (!service.image().isEmpty() && !isStored(service, data)) {
            findings.warning(
                    service,
                    findings.at(service, "volumes"),
                    data + " is not on a volume: its data is lost when the container is recreated",
                    "add the volume prometheus_data:" + data);
        }
        if (!service.command().contains("--web.enable-lifecycle")) {
            findings.info(
                    service,
                    findings.at(service, "command"),
                    "configuration changes need a signal or a restart",
                    "add --web.enable-lifecycle");
        }
    }

    /** Returns whether a path inside is on a volume or a folder of this machine. */
    static boolean isStored(StackService service, String inside) {
        return new Mounts(service.mounts()).holding(inside).isPresent();
    }

    private void processExporter(StackService service) {
        boolean hostPid =
                reading.source(service).filter(source -> !source.hostPid()).isEmpty();
        String procfs = service.option("procfs").orElse("/proc");
        boolean mounted = service.mounts().stream()
                .anyMatch(mount -> mount.bind()
                        && mount.source().equals("/proc")
                        && mount.target().equals(procfs));
        if (!service.image().isEmpty() && !mounted && !(hostPid && procfs.equals("/proc"))) {
            findings.error(
                    service,
                    findings.at(service, "volumes"),
                    "it reads " + procfs
                            + ", where the host's /proc is not mounted: it sees none of the host's processes",
                    "add the volume /proc:/host/proc:ro and the option -procfs=/host/proc");
        }
    }
}
