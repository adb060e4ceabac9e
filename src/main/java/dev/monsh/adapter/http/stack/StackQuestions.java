package dev.monsh.adapter.http.stack;

import dev.monsh.json.JsonTree;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Service;
import dev.monsh.stack.status.StackInsight;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a stack's servers what they see; each question is one short GET. */
public final class StackQuestions implements StackInsight {

    private static final String GROUPS = "count(namedprocess_namegroup_num_procs > 0)";
    private static final String STREAMS = "count(count_over_time({service=~\".+\"}[5m]))";
    private static final Pattern BUILD = Pattern.compile("(?m)^\\w*_build_info\\{[^}]*\\bversion=\"([^\"]*)\"");

    private final Probe probe;

    public StackQuestions(Probe probe) {
        this.probe = probe;
    }

    @Override
    public Optional<List<Scrape>> scrapes(URI prometheus, Duration timeout) {
        return json(prometheus.resolve("/api/v1/targets?state=active"), timeout).map(answer -> {
            List<Scrape> scrapes = new ArrayList<>();
            for (JsonTree target : answer.get("data").get("activeTargets").elements()) {
                URI url = URI.create(target.text("scrapeUrl"));
                scrapes.add(new Scrape(
                        Optional.ofNullable(url.getHost()).orElseGet(() -> host(url)),
                        port(url),
                        target.text("health")));
            }
            return scrapes;
        });
    }

    /** A host name with an underscore, as process_exporter, is none to Java. */
    private static String host(URI url) {
        return Optional.ofNullable(url.getRawAuthority()).orElse("").replaceFirst(":\\d+$", "");
    }

    private static int port(URI url) {
        String authority = Optional.ofNullable(url.getRawAuthority()).orElse("");
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? 80 : Integer.parseInt(authority.substring(colon + 1));
    }

    @Override
    public OptionalInt groups(URI prometheus, Duration timeout) {
        return count(prometheus.resolve("/api/v1/query?query=" + encoded(GROUPS)), timeout);
    }

    @Override
    public OptionalInt streams(URI loki, Duration timeout) {
        return count(loki.resolve("/loki/api/v1/query?query=" + encoded(STREAMS)), timeout);
    }

    private OptionalInt count(URI url, Duration timeout) {
        Optional<JsonTree> answer = json(url, timeout);
        if (answer.isEmpty()) {
            return OptionalInt.empty();
        }
        List<JsonTree> result = answer.get().get("data").get("result").elements();
        if (result.isEmpty()) {
            return OptionalInt.of(0);
        }
        List<String> value = result.getFirst().get("value").texts();
        return value.size() < 2 ? OptionalInt.empty() : OptionalInt.of((int) Double.parseDouble(value.get(1)));
    }

    @Override
    public Optional<String> version(Service kind, URI base, Duration timeout) {
        return switch (kind) {
            case PROMETHEUS -> buildInfo(base.resolve("/api/v1/status/buildinfo"), "data", timeout);
            case LOKI -> buildInfo(base.resolve("/loki/api/v1/status/buildinfo"), "", timeout);
            case PROMTAIL -> metric(base.resolve("/metrics"), timeout);
            // it does not report this, and its metrics are recomputed for every process on each request
            case PROCESS_EXPORTER -> Optional.empty();
        };
    }

    private Optional<String> buildInfo(URI url, String member, Duration timeout) {
        return json(url, timeout)
                .map(answer -> member.isEmpty() ? answer : answer.get(member))
                .map(answer -> answer.text("version"))
                .filter(version -> !version.isEmpty());
    }

    private Optional<String> metric(URI url, Duration timeout) {
        ProbeAnswer answer = probe.get(url, timeout);
        Matcher build = BUILD.matcher(answer.body());
        return answer.ok() && build.find() ? Optional.of(build.group(1)).filter(v -> !v.isEmpty()) : Optional.empty();
    }

    private Optional<JsonTree> json(URI url, Duration timeout) {
        ProbeAnswer answer = probe.get(url, timeout);
        try {
            return answer.ok() ? Optional.of(JsonTree.parse(answer.body())) : Optional.empty();
        } catch (IOException e) {
            // something else answers on that port: it is no Prometheus or Loki that could tell
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
