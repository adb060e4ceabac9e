package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import java.util.List;
import java.util.Optional;

/**
 * Which paths of a service Grafana and monsh read, and which let whoever reaches them write, delete or stop.
 *
 * @param readable a regular expression of the paths that are needed
 * @param question one of them
 * @param upgrade the path that must switch protocols, or the same
 * @param writes those that must not be reached
 */
public record ServicePaths(String readable, String question, String upgrade, List<String> writes) {

    /** The HTTP API of Prometheus 2 and 3 (prometheus.io, "HTTP API" and "Management API"). */
    private static final ServicePaths PROMETHEUS = new ServicePaths(
            "^/api/v1/(query|query_range|query_exemplars|format_query|parse_query|labels|label/[^/]+/values|series"
                    + "|metadata|rules|alerts|targets|status/buildinfo)$|^/-/ready$",
            "/api/v1/query",
            "/api/v1/query",
            List.of(
                    "/api/v1/admin/tsdb/delete_series",
                    "/api/v1/write",
                    "/-/reload",
                    "/-/quit",
                    "/api/v1/status/config",
                    "/debug/pprof/heap"));

    /** The HTTP API of Loki 2 and 3 (grafana.com, "Loki HTTP API"). */
    private static final ServicePaths LOKI = new ServicePaths(
            "^/loki/api/v1/(query|query_range|labels?|label/[^/]+/values|series|index/(stats|volume|volume_range)"
                    + "|patterns|detected_labels|detected_fields?(/[^/]+/values)?|format_query|status/buildinfo|tail)$"
                    + "|^/ready$",
            "/loki/api/v1/query_range",
            "/loki/api/v1/tail",
            List.of(
                    "/loki/api/v1/push",
                    "/api/prom/push",
                    "/otlp/v1/logs",
                    "/loki/api/v1/delete",
                    "/loki/api/v1/rules/monsh",
                    "/config",
                    "/flush",
                    "/ingester/shutdown"));

    /** What is not known is only open where everything is. */
    private static final ServicePaths UNKNOWN = new ServicePaths("", "/", "/", List.of("/monsh-no-such-path"));

    /** Returns the paths of a service. */
    public static ServicePaths of(Optional<Server> service) {
        if (service.filter(Server.PROMETHEUS::equals).isPresent()) {
            return PROMETHEUS;
        }
        return service.filter(Server.LOKI::equals).isPresent() ? LOKI : UNKNOWN;
    }

    /** Returns the paths that let somebody write and that a server lets through. */
    public List<String> open(ServerBlock server) {
        RequestPath request = new RequestPath(server);
        return writes.stream().filter(path -> request.reaches("POST", path)).toList();
    }
}
