package dev.monsh.grafana.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.json.JsonObject;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards' expressions, asked of a real Prometheus that scrapes a real process-exporter. */
@WithRealPrometheus
class DashboardExpressionsIT {

    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+_[a-z_]+\\b(?=[{\\[)]| *==)");

    static Stream<String> expressions() {
        return Stream.of(new MonshDashboard.OfBox("aibox-2"), new MonshDashboard.Fleet(List.of("aibox-2")))
                .flatMap(each -> new DashboardExpressions(each.model()).metrics().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyExpressionParsesAndHasData(String expression, RealPrometheus prometheus) {
        assertThat(prometheus.api("format_query", "query", expression)).contains("\"status\":\"success\"");
        assertThat(prometheus.api("query", "query", expression)).contains("\"metric\":");
    }

    @Test
    void onlyMetricsOfProcessExporterAreNamed(RealPrometheus prometheus) {
        String known = prometheus.api("query", "query", "count by (__name__) ({job=\"process-exporter\"})");
        TreeSet<String> named = new TreeSet<>();
        expressions()
                .forEach(expression -> METRIC.matcher(expression)
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add));
        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(known).contains("\"__name__\":\"" + metric + "\""));
    }

    @Test
    void theVariablesAreLabelValuesOfMetricsThatAreThere(RealPrometheus prometheus) {
        JsonObject model = new MonshDashboard.OfBox("aibox-2").model();
        List<JsonObject> variables = model.object("templating").elements("list").stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(variables).extracting(each -> each.text("name")).containsExactly("groupname", "service");
        assertThat(variables).allSatisfy(variable -> {
            String query = variable.object("query").text("query");
            String selector = query.replaceFirst("^label_values\\((.*), groupname\\)$", "$1");
            assertThat(selector).isNotEqualTo(query);
            assertThat(prometheus.api("query", "query", selector.replace("$groupname", ".+")))
                    .contains("\"groupname\":");
        });
    }
}
