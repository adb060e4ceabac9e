package dev.monsh.adapter.http.stack;

import dev.monsh.json.JsonTree;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Service;
import dev.monsh.stack.drift.ConfigurationSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Asks Prometheus, Loki and Promtail on the pages that each has for it. */
public final class LoadedConfigurations implements ConfigurationSource {

    private static final String PROMETHEUS = "/api/v1/status/config";
    private static final String LOKI = "/config";

    private final Probe probe;

    public LoadedConfigurations(Probe probe) {
        this.probe = probe;
    }

    @Override
    public Answer ask(Service kind, URI server, Duration timeout) {
        URI url = server.resolve(kind == Service.PROMETHEUS ? PROMETHEUS : LOKI);
        ProbeAnswer answer = probe.get(url, timeout);
        if (!answer.ok()) {
            return new Answer.Untold(url + ": " + answer.words());
        }
        return kind == Service.PROMETHEUS ? prometheus(url, answer.body()) : new Answer.Loaded(answer.body());
    }

    private static Answer prometheus(URI url, String body) {
        try {
            JsonTree data = JsonTree.parse(body).get("data");
            return data.members().containsKey("yaml")
                    ? new Answer.Loaded(data.text("yaml"))
                    : new Answer.Untold(url + ": what answers isn't Prometheus");
        } catch (IOException e) {
            return new Answer.Untold(url + ": its answer is not complete JSON");
        }
    }
}
