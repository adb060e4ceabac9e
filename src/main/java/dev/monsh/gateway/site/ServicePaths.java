package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.pattern.Language;
import java.util.List;
import java.util.Optional;

/**
 * Which paths of a service Grafana and monsh read. Whatever else is asked for may write, delete, stop or show secrets.
 *
 * @param readable a regular expression of the paths that are needed, without the slash that they begin with
 * @param pages further alternatives for the pages that a browser shows, with what they load; empty where there are none
 * @param former the expressions that earlier versions of monsh wrote into the location of a mapping
 * @param question one of the paths that are needed
 * @param upgrade the path that must switch protocols, or the same
 * @param writes some of those that must not be reached, to name in findings
 */
public record ServicePaths(
        String readable, String pages, List<String> former, String question, String upgrade, List<String> writes) {

    /** The HTTP API of Prometheus 2 and 3 (prometheus.io, "HTTP API" and "Management API"). */
    private static final ServicePaths PROMETHEUS = new ServicePaths(
            "api/v1/(query|query_range|query_exemplars|format_query|parse_query|labels|label/.+/values|series"
                    + "|metadata|rules|alerts|targets|targets/metadata|status/(buildinfo|tsdb))|-/(ready|healthy)",
            "||(graph|query|alerts|rules|targets|service-discovery|status|tsdb-status|flags|classic/.+)"
                    + "|(static|assets)/.+|favicon\\.(ico|svg)|manifest\\.json"
                    + "|api/v1/(scrape_pools|alertmanagers|features|notifications|status/(runtimeinfo|flags|walreplay))",
            List.of(
                    "^/api/v1/(query|query_range|query_exemplars|format_query|parse_query|labels|label/[^/]+/values|series"
                            + "|metadata|rules|alerts|targets|status/buildinfo)$|^/-/ready$"),
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
            "loki/api/v1/(query|query_range|labels?|label/.+/values|series|index/(stats|volume|volume_range|shards)"
                    + "|patterns|detected_labels|detected_fields?(/.+/values)?|format_query|status/buildinfo|tail|rules"
                    + "|drilldown-limits)|prometheus/api/v1/(rules|alerts)|ready",
            "",
            List.of(
                    "^/loki/api/v1/(query|query_range|labels?|label/[^/]+/values|series|index/(stats|volume|volume_range)"
                            + "|patterns|detected_labels|detected_fields?(/[^/]+/values)?|format_query|status/buildinfo|tail)$"
                            + "|^/ready$"),
            "/loki/api/v1/query_range",
            "/loki/api/v1/tail",
            List.of(
                    "/loki/api/v1/push",
                    "/api/prom/push",
                    "/otlp/v1/logs",
                    "/loki/api/v1/delete",
                    "/loki/api/v1/rules/monsh",
                    "/api/prom/rules/monsh",
                    "/config",
                    "/flush",
                    "/log_level",
                    "/ingester/shutdown",
                    "/ingester/flush_shutdown",
                    "/ingester/prepare_shutdown",
                    "/debug/pprof/heap"));

    /** What is not known is only open where everything is. */
    private static final ServicePaths UNKNOWN =
            new ServicePaths("", "", List.of(), "/", "/", List.of("/monsh-no-such-path"));

    /** Returns the paths of a service. */
    public static ServicePaths of(Optional<Server> service) {
        if (service.filter(Server.PROMETHEUS::equals).isPresent()) {
            return PROMETHEUS;
        }
        return service.filter(Server.LOKI::equals).isPresent() ? LOKI : UNKNOWN;
    }

    /** Returns whether it is known what is needed. */
    public boolean areKnown() {
        return !readable.isEmpty();
    }

    /** Returns the regular expression of a location for what is needed, with the pages of a browser on wish. */
    public String location(boolean withPages) {
        return behind("/", withPages);
    }

    /** Returns the same for paths that begin with a prefix instead of a slash, which is a regular expression itself. */
    public String behind(String prefix, boolean withPages) {
        return "^" + prefix + "(" + readable + (withPages ? pages : "") + ")$";
    }

    /** Returns all that may be reached where only reading is to be possible, the pages of a browser among it; another case leads nowhere. */
    Language harmless() {
        return areKnown()
                ? Language.matching(location(true), true).orElseThrow()
                : Language.ALL.minus(Language.of(writes.getFirst()));
    }
}
