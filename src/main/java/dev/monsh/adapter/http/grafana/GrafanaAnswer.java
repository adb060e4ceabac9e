package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.client.AnswerCheck;
import dev.monsh.adapter.http.client.HttpAnswer;
import dev.monsh.box.ServerUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A whole answer.
 *
 * @param location where a redirect leads; empty without one
 * @param isPage whether it is a web page rather than JSON
 */
record GrafanaAnswer(int status, String location, boolean isPage, String body) {

    /** Dashboards of some mebibytes exist; ten times that is no answer. */
    private static final int LONGEST = 32 * 1024 * 1024;

    static GrafanaAnswer read(HttpAnswer answer) throws IOException {
        byte[] bytes = answer.body().readNBytes(LONGEST);
        return new GrafanaAnswer(
                answer.status(),
                answer.header("Location").map(ServerUrl::withoutSecrets).orElse(""),
                AnswerCheck.isPage(answer),
                new String(bytes, StandardCharsets.UTF_8));
    }

    boolean isGood() {
        return status >= 200 && status < 300 && !isPage;
    }
}
