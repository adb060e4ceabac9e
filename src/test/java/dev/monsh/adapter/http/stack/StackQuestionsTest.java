package dev.monsh.adapter.http.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Service;
import dev.monsh.stack.status.StackInsight;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers are Prometheus 2.42's and Loki 3's. */
class StackQuestionsTest {

    private static final URI BASE = URI.create("http://127.0.0.1:9090/-/ready");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, ProbeAnswer> answers = new LinkedHashMap<>();
    private final StackQuestions questions = new StackQuestions((url, timeout) -> answers.entrySet().stream()
            .filter(answer -> url.toString().startsWith("http://127.0.0.1:9090" + answer.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(ProbeAnswer.none("connection refused")));

    @Test
    void targetsAreToldByHostAlsoWhereItsNameHasAnUnderscore() {
        answers.put("/api/v1/targets?state=active", new ProbeAnswer(200, """
                {"status":"success","data":{"activeTargets":[
                {"scrapeUrl":"http://process_exporter:9256/metrics","health":"up"},
                {"scrapeUrl":"http://loki:3100/metrics","health":"down"}]}}"""));
        assertThat(questions.scrapes(BASE, PATIENCE))
                .hasValueSatisfying(scrapes -> assertThat(scrapes)
                        .containsExactly(
                                new StackInsight.Scrape("process_exporter", 9256, "up"),
                                new StackInsight.Scrape("loki", 3100, "down")));
    }

    @Test
    void countsAreReadAndNothingFoundIsNone() {
        answers.put("/api/v1/query?", new ProbeAnswer(200, """
                {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795343400,"2"]}]}}"""));
        answers.put("/loki/api/v1/query?", new ProbeAnswer(200, """
                {"status":"success","data":{"resultType":"vector","result":[]}}"""));
        assertThat(questions.groups(BASE, PATIENCE)).hasValue(2);
        assertThat(questions.streams(BASE, PATIENCE)).hasValue(0);
    }

    @Test
    void whoDoesNotAnswerOrIsSomebodyElseTellsNothing() {
        assertThat(questions.groups(BASE, PATIENCE)).isEmpty();
        answers.put("/", new ProbeAnswer(200, "<html>hello</html>"));
        assertThat(questions.groups(BASE, PATIENCE)).isEmpty();
        assertThat(questions.scrapes(BASE, PATIENCE)).isEmpty();
        assertThat(questions.version(Service.LOKI, BASE, PATIENCE)).isEmpty();
    }

    @Test
    void versionsAreToldByEachServerInItsWay() {
        answers.put("/api/v1/status/buildinfo", new ProbeAnswer(200, "{\"data\":{\"version\":\"2.42.0\"}}"));
        answers.put("/loki/api/v1/status/buildinfo", new ProbeAnswer(200, "{\"version\":\"3.5.7\"}"));
        answers.put(
                "/metrics",
                new ProbeAnswer(200, "# TYPE x gauge\npromtail_build_info{branch=\"b\",version=\"3.5.7\"} 1\n"));
        assertThat(questions.version(Service.PROMETHEUS, BASE, PATIENCE)).hasValue("2.42.0");
        assertThat(questions.version(Service.LOKI, BASE, PATIENCE)).hasValue("3.5.7");
        assertThat(questions.version(Service.PROMTAIL, BASE, PATIENCE)).hasValue("3.5.7");
    }
}
