package dev.monsh.view.stack;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows the services of a stack. */
public final class StackViews {

    private static final String NONE = "-";

    private StackViews() {}

    /** What the engine knows of services. */
    public static ResultView<ServiceStatus> statuses() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("service")
                        .left("state")
                        .left("ready")
                        .left("ports")
                        .cut("image", 12),
                status -> List.of(
                        cell(status.service(), Style.ACCENT),
                        state(status),
                        ready(status),
                        cell(ports(status), Style.PLAIN),
                        cell(orNone(status.image()), Style.FAINT)),
                (json, status) -> {
                    beginStatus(json, status);
                    json.endObject();
                });
    }

    /**
     * All that is known of services.
     *
     * @param now the time against which ages are shown on a terminal; other forms have times
     */
    public static ResultView<ServiceReport> reports(OutputFormat format, Instant now) {
        return new ResultView<>(
                () -> Table.builder()
                        .left("service")
                        .left("state")
                        .left("health")
                        .worth(5)
                        .left("ready")
                        .right(format == OutputFormat.TABLE ? "up" : "since")
                        .worth(9)
                        .right("restarts")
                        .worth(3)
                        .left("ports")
                        .worth(10)
                        .left("version")
                        .worth(2)
                        .right("cpu")
                        .worth(7)
                        .right("memory")
                        .worth(8)
                        .left("scrape")
                        .worth(6)
                        .left("watches")
                        .worth(4)
                        .cut("image", 12)
                        .worth(1),
                report -> row(report, format, now),
                StackViews::report);
    }

    private static List<Table.Cell> row(ServiceReport report, OutputFormat format, Instant now) {
        ServiceStatus status = report.status();
        boolean table = format == OutputFormat.TABLE;
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(cell(status.service(), Style.ACCENT));
        cells.add(state(status));
        cells.add(cell(status.health() == Health.NONE ? NONE : status.health().word(), health(status.health())));
        cells.add(ready(status));
        cells.add(cell(
                status.since()
                        .map(since -> table ? UnitText.duration(Duration.between(since, now)) : since.toString())
                        .orElse(NONE),
                Style.PLAIN));
        cells.add(cell(Integer.toString(status.restarts()), status.restarts() == 0 ? Style.FAINT : Style.WARNING));
        cells.add(cell(orNone(ports(status)), Style.PLAIN));
        cells.add(cell(report.version().orElse(NONE), Style.PLAIN));
        cells.add(cell(cpu(report, table), Style.PLAIN));
        cells.add(cell(memory(report, table), Style.PLAIN));
        cells.add(cell(
                report.scrape().orElse(NONE),
                report.scrape().filter("down"::equals).isPresent() ? Style.BAD : Style.PLAIN));
        cells.add(cell(watches(report), Style.PLAIN));
        cells.add(cell(orNone(status.image()), Style.FAINT));
        return cells;
    }

    private static Table.Cell state(ServiceStatus status) {
        String exit = status.exitCode().map(code -> " (" + code + ")").orElse("");
        return cell(status.state().word() + exit, status.state() == ServiceState.RUNNING ? Style.GOOD : Style.WARNING);
    }

    private static Table.Cell ready(ServiceStatus status) {
        return cell(status.ready() ? "yes" : "no", status.ready() ? Style.GOOD : Style.BAD);
    }

    private static Style health(Health health) {
        return switch (health) {
            case NONE -> Style.FAINT;
            case STARTING -> Style.WARNING;
            case HEALTHY -> Style.GOOD;
            case UNHEALTHY -> Style.BAD;
        };
    }

    private static String ports(ServiceStatus status) {
        return String.join(",", status.ports().stream().map(String::valueOf).toList());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private static String cpu(ServiceReport report, boolean table) {
        if (report.cpuPercent().isEmpty()) {
            return NONE;
        }
        double percent = report.cpuPercent().getAsDouble();
        return table ? String.format(Locale.ROOT, "%.1f%%", percent) : Double.toString(percent);
    }

    private static String memory(ServiceReport report, boolean table) {
        if (report.memoryBytes().isEmpty()) {
            return NONE;
        }
        long bytes = report.memoryBytes().getAsLong();
        return table ? UnitText.bytes((double) bytes) : Long.toString(bytes);
    }

    private static String watches(ServiceReport report) {
        if (report.watched().isEmpty()) {
            return NONE;
        }
        int count = report.watched().getAsInt();
        String unit = report.kind().filter(Service.LOKI::equals).isPresent() ? " stream" : " group";
        return count + unit + (count == 1 ? "" : "s");
    }

    private static void beginStatus(JsonWriter json, ServiceStatus status) {
        json.beginObject();
        json.member("service", status.service());
        json.member("state", status.state().word());
        json.member("health", status.health().word());
        json.name("ready").value(status.ready());
        json.name("ports").beginArray();
        status.ports().forEach(json::value);
        json.endArray();
        json.name("since");
        status.since().ifPresentOrElse(since -> json.value(since.toString()), json::nullValue);
        json.member("image", status.image());
        json.name("restarts").value(status.restarts());
        json.name("exit_code");
        status.exitCode().ifPresentOrElse(json::value, json::nullValue);
        status.url().ifPresent(url -> json.member("url", url.toString()));
    }

    private static void report(JsonWriter json, ServiceReport report) {
        beginStatus(json, report.status());
        json.name("version");
        report.version().ifPresentOrElse(json::value, json::nullValue);
        json.name("cpu_percent");
        report.cpuPercent().ifPresentOrElse(value -> json.literal(Double.toString(value)), json::nullValue);
        json.name("memory_bytes");
        report.memoryBytes().ifPresentOrElse(json::value, json::nullValue);
        json.name("scrape");
        report.scrape().ifPresentOrElse(json::value, json::nullValue);
        report.watched()
                .ifPresent(count -> json.name(
                                report.kind().filter(Service.LOKI::equals).isPresent() ? "streams" : "groups")
                        .value(count));
        json.endObject();
    }
}
