package dev.monsh.grafana.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonshDashboardTest {

    @Test
    void aBoxHasItsOwnDashboardOnItsOwnDataSources() {
        String text = new MonshDashboard.OfBox("aibox-2").model().pretty();
        assertThat(text)
                .contains("\"uid\": \"monsh-box-aibox-2\"")
                .contains("\"title\": \"aibox-2 processes\"")
                .contains("monsh-aibox-2-prometheus", "monsh-aibox-2-loki")
                .doesNotContain("@BOX@", "@PROMETHEUS@", "@LOKI@");
    }

    @Test
    void aBoxShowsEverythingThatProcessExporterAndLokiTell() {
        JsonObject model = new MonshDashboard.OfBox("a").model();
        assertThat(panels(model))
                .extracting(each -> each.text("title"))
                .containsExactly(
                        "CPU",
                        "Memory by type",
                        "Read and written",
                        "Open files",
                        "Threads",
                        "Processes",
                        "Restarts",
                        "Log lines by level",
                        "Logs");
        assertThat(new DashboardExpressions(model).logs()).allMatch(each -> each.contains("{service=~\".+.*\"}"));
    }

    @Test
    void theFleetHasARowABox() {
        JsonObject model = new MonshDashboard.Fleet(List.of("odk04", "aibox-2", "c")).model();
        List<JsonObject> panels = panels(model);
        assertThat(panels.stream().filter(each -> each.text("type").equals("row")))
                .extracting(each -> each.text("title"))
                .containsExactly("odk04", "aibox-2", "c");
        assertThat(new HashSet<>(panels.stream().map(each -> each.number("id")).toList()))
                .hasSameSizeAs(panels);
        assertThat(model.pretty())
                .contains("monsh-odk04-loki", "monsh-c-prometheus")
                .doesNotContain("@");
    }

    @Test
    void aFleetWithoutBoxesIsEmpty() {
        assertThat(panels(new MonshDashboard.Fleet(List.of()).model())).isEmpty();
    }

    @Test
    void noPanelLiesOverAnother() {
        List<JsonObject> panels = panels(new MonshDashboard.Fleet(List.of("a", "b")).model());
        for (JsonObject one : panels) {
            assertThat(panels)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .isEmpty();
        }
        List<JsonObject> box = panels(new MonshDashboard.OfBox("a").model());
        for (JsonObject one : box) {
            assertThat(box)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .isEmpty();
        }
    }

    /** Grafana keeps the group's base name as the service: the manual's {@code NAME-streamNN}. */
    @ParameterizedTest
    @CsvSource({
        "ppl_detection_double_check-stream02, ppl_detection_double_check",
        "checkdoor_ai_agent-stream05,         checkdoor_ai_agent",
        "uvicorn,                             uvicorn",
        "up-streamer,                         up-streamer"
    })
    void theServiceIsTheBaseNameOfTheGroup(String group, String service) {
        JsonObject variable = (JsonObject) new MonshDashboard.OfBox("a")
                .model()
                .object("templating")
                .elements("list")
                .get(1);
        String regex = variable.text("regex");
        Matcher matcher =
                Pattern.compile(regex.substring(1, regex.length() - 1)).matcher(group);
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group(1)).isEqualTo(service);
    }

    private static List<JsonObject> panels(JsonObject model) {
        return model.elements("panels").stream().map(JsonObject.class::cast).toList();
    }

    private static boolean overlap(JsonObject one, JsonObject other) {
        JsonObject a = one.object("gridPos");
        JsonObject b = other.object("gridPos");
        return meet(a, b, "x", "w") && meet(a, b, "y", "h");
    }

    private static boolean meet(JsonObject a, JsonObject b, String start, String length) {
        return a.number(start) < b.number(start) + b.number(length)
                && b.number(start) < a.number(start) + a.number(length);
    }

    @Test
    void textsAreComparedWithoutWhatGrafanaCounts() throws Exception {
        JsonObject one =
                (JsonObject) JsonValue.parse("{\"b\":1.50,\"a\":{\"d\":null,\"c\":[true]},\"version\":3,\"id\":7}");
        JsonObject other = (JsonObject) JsonValue.parse("{\"a\":{\"c\":[true],\"d\":null},\"b\":1.50}");
        assertThat(DashboardText.of(one)).isEqualTo(DashboardText.of(other)).contains("1.50");
    }
}
