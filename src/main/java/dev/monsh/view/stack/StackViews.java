package dev.monsh.view.stack;

import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How the services of a stack look. */
public final class StackViews {

    private static final String NONE = "-";

    private StackViews() {}

    /** What the engine knows of services. */
    public static ResultView<ServiceStatus> statuses() {
        return StackViews.<ServiceStatus>first(status -> status)
                .member("health", status -> status.health().word())
                .truth("ready", ServiceStatus::ready)
                .style(status -> status.ready() ? Style.GOOD : Style.BAD)
                .text("ports", StackViews::ports)
                .json(StackViews::portNumbers)
                .member("since", (json, status) -> orNull(json, status.since().map(Instant::toString)))
                .text("image", status -> orNone(status.image()))
                .json((json, status) -> json.member("image", status.image()))
                .style(Style.FAINT)
                .cut(12)
                .member("restarts", (json, status) -> json.value(status.restarts()))
                .members(StackViews::exitAndUrl)
                .view();
    }

    /**
     * All that is known of services.
     *
     * @param now the time against which ages are shown to people; other forms have times
     */
    public static ResultView<ServiceReport> reports(Instant now) {
        return StackViews.<ServiceReport>first(ServiceReport::status)
                .text(
                        "health",
                        report -> report.status().health() == Health.NONE
                                ? NONE
                                : report.status().health().word())
                .json((json, report) ->
                        json.member("health", report.status().health().word()))
                .style(report -> health(report.status().health()))
                .worth(5)
                .truth("ready", report -> report.status().ready())
                .style(report -> report.status().ready() ? Style.GOOD : Style.BAD)
                .time("since", now, report -> report.status().since())
                .dashed()
                .worth(9)
                .number("restarts", report -> report.status().restarts())
                .style(report -> report.status().restarts() == 0 ? Style.FAINT : Style.WARNING)
                .worth(3)
                .text("ports", report -> orNone(ports(report.status())))
                .json((json, report) -> portNumbers(json, report.status()))
                .worth(10)
                .members((json, report) -> exitAndUrl(json, report.status()))
                .text("version", report -> report.version().orElse(NONE))
                .json((json, report) -> orNull(json.name("version"), report.version()))
                .worth(2)
                .text(
                        "cpu",
                        report -> report.cpuPercent().isEmpty()
                                ? NONE
                                : Double.toString(report.cpuPercent().getAsDouble()))
                .json(StackViews::cpu)
                .readable(StackViews::percent)
                .right()
                .worth(7)
                .text(
                        "memory",
                        report -> report.memoryBytes().isEmpty()
                                ? NONE
                                : Long.toString(report.memoryBytes().getAsLong()))
                .json(StackViews::memory)
                .readable(StackViews::size)
                .right()
                .worth(8)
                .text("scrape", report -> report.scrape().orElse(NONE))
                .json((json, report) -> orNull(json.name("scrape"), report.scrape()))
                .style(report -> report.scrape().filter("down"::equals).isPresent() ? Style.BAD : Style.PLAIN)
                .worth(6)
                .text("watches", StackViews::watches)
                .json(StackViews::watched)
                .worth(4)
                .text("image", report -> orNone(report.status().image()))
                .json((json, report) -> json.member("image", report.status().image()))
                .style(Style.FAINT)
                .cut(12)
                .worth(1)
                .jsonOrder("service", "state", "health", "ready", "ports", "since", "image", "restarts")
                .view();
    }

    /** The columns that both lists begin with. */
    private static <T> Columns<T> first(Function<T, ServiceStatus> of) {
        return Columns.<T>of()
                .text("service", value -> of.apply(value).service())
                .style(Style.ACCENT)
                .text("state", value -> state(of.apply(value)))
                .json((json, value) ->
                        json.member("state", of.apply(value).state().word()))
                .style(value -> of.apply(value).state() == ServiceState.RUNNING ? Style.GOOD : Style.WARNING);
    }

    private static String state(ServiceStatus status) {
        return status.state().word()
                + status.exitCode().map(code -> " (" + code + ")").orElse("");
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

    private static String percent(ServiceReport report) {
        return report.cpuPercent().isEmpty()
                ? NONE
                : String.format(Locale.ROOT, "%.1f%%", report.cpuPercent().getAsDouble());
    }

    private static String size(ServiceReport report) {
        return report.memoryBytes().isEmpty()
                ? NONE
                : UnitText.bytes((double) report.memoryBytes().getAsLong());
    }

    private static String watches(ServiceReport report) {
        if (report.watched().isEmpty()) {
            return NONE;
        }
        int count = report.watched().getAsInt();
        String unit = report.kind().filter(Service.LOKI::equals).isPresent() ? " stream" : " group";
        return count + unit + (count == 1 ? "" : "s");
    }

    private static void portNumbers(JsonWriter json, ServiceStatus status) {
        json.name("ports").beginArray();
        status.ports().forEach(json::value);
        json.endArray();
    }

    private static void exitAndUrl(JsonWriter json, ServiceStatus status) {
        json.name("exit_code");
        status.exitCode().ifPresentOrElse(json::value, json::nullValue);
        status.url().ifPresent(url -> json.member("url", url.toString()));
    }

    private static void cpu(JsonWriter json, ServiceReport report) {
        json.name("cpu_percent");
        report.cpuPercent().ifPresentOrElse(value -> json.literal(Double.toString(value)), json::nullValue);
    }

    private static void memory(JsonWriter json, ServiceReport report) {
        json.name("memory_bytes");
        report.memoryBytes().ifPresentOrElse(json::value, json::nullValue);
    }

    private static void watched(JsonWriter json, ServiceReport report) {
        report.watched()
                .ifPresent(count -> json.name(
                                report.kind().filter(Service.LOKI::equals).isPresent() ? "streams" : "groups")
                        .value(count));
    }

    private static void orNull(JsonWriter json, Optional<String> text) {
        text.ifPresentOrElse(json::value, json::nullValue);
    }
}
