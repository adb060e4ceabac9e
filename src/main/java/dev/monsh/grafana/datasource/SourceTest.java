package dev.monsh.grafana.datasource;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.PluginHealth;
import dev.monsh.grafana.datasource.SourceCheck.Result;
import dev.monsh.grafana.datasource.SourceCheck.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tests a data source beyond Grafana's own check, which computes {@code 1+1}: an empty store passes that, and so does a
 * Loki whose live tail does not come through.
 */
public final class SourceTest {

    private final GrafanaServer grafana;
    private final Function<DataSource, SourceProbe> proxied;
    private final Function<DataSource, Optional<SourceProbe>> straight;
    private final InstantSource clock;

    /**
     * Makes a test.
     *
     * @param proxied asks through Grafana's proxy
     * @param straight asks the data source's own address, where its credential is known here
     */
    public SourceTest(
            GrafanaServer grafana,
            Function<DataSource, SourceProbe> proxied,
            Function<DataSource, Optional<SourceProbe>> straight,
            InstantSource clock) {
        this.grafana = grafana;
        this.proxied = proxied;
        this.straight = straight;
        this.clock = clock;
    }

    /** Runs the checks that the data source's type has; what a failed one makes pointless is skipped. */
    public List<SourceCheck> run(DataSource source) {
        Checks checks = new Checks(source.name());
        boolean loki = source.type().equals(DataSource.LOKI);
        if (!healthy(source, checks)) {
            checks.skipped(Subject.DATA, "Grafana does not reach it");
            if (loki) {
                checks.skipped(Subject.TAIL, "Grafana does not reach it");
            }
            return checks.list;
        }
        SourceProbe probe = proxied.apply(source);
        if (loki) {
            lines(probe, checks);
            tail(source, probe, checks);
        } else {
            targets(probe, checks);
        }
        return checks.list;
    }

    private boolean healthy(DataSource source, Checks checks) {
        try {
            PluginHealth health = grafana.testDataSource(source.uid());
            if (health.good()) {
                checks.ok(Subject.HEALTH, health.message());
            } else {
                checks.failed(Subject.HEALTH, health.message(), new GrafanaNextStep.CheckGateway());
            }
            return health.good();
        } catch (MonshException e) {
            checks.failed(Subject.HEALTH, e);
            return false;
        }
    }

    private static void targets(SourceProbe probe, Checks checks) {
        try {
            TargetCount count = probe.targets();
            String words = count.up() + " of " + count.all() + " scrape targets up";
            if (count.all() == 0) {
                checks.failed(
                        Subject.DATA,
                        "no data: 'up' has no series, so this Prometheus scrapes nothing",
                        new GrafanaNextStep.SeeTargets());
            } else if (count.up() == 0) {
                checks.failed(Subject.DATA, words, new GrafanaNextStep.SeeTargets());
            } else {
                checks.ok(Subject.DATA, words);
            }
        } catch (MonshException e) {
            checks.failed(Subject.DATA, e);
        }
    }

    private void lines(SourceProbe probe, Checks checks) {
        try {
            Optional<NewestLine> newest = probe.newestLine();
            if (newest.isPresent()) {
                checks.ok(Subject.DATA, "newest line " + ago(newest.get().time()));
            } else {
                checks.failed(Subject.DATA, "no log line in the last hour", new GrafanaNextStep.CheckLogFiles());
            }
        } catch (MonshException e) {
            checks.failed(Subject.DATA, e);
        }
    }

    private String ago(Instant time) {
        Duration age = Duration.between(time, clock.instant());
        if (age.isNegative() || age.toSeconds() < 1) {
            return "just now";
        }
        return age.toSeconds() < 120 ? age.toSeconds() + " s ago" : age.toMinutes() + " min ago";
    }

    private void tail(DataSource source, SourceProbe probe, Checks checks) {
        TailAnswer answer = probe.tail();
        if (answer instanceof TailAnswer.Open(boolean lines)) {
            checks.ok(Subject.TAIL, "opens through Grafana" + (lines ? ", lines come" : ""));
            return;
        }
        String through = "through Grafana: " + words(answer);
        Optional<SourceProbe> own = straight.apply(source);
        if (own.isEmpty()) {
            checks.failed(
                    Subject.TAIL,
                    through + "; its own address can't be reached from here",
                    new GrafanaNextStep.PassLiveTail());
            return;
        }
        TailAnswer direct = own.get().tail();
        String here = "directly at " + own.get().address();
        if (!(direct instanceof TailAnswer.Open)) {
            checks.failed(
                    Subject.TAIL, through + "; " + here + ": " + words(direct), new GrafanaNextStep.PassLiveTail());
        } else if (isNotOffered(answer)) {
            checks.ok(Subject.TAIL, "opens " + here + "; Grafana does not relay live tails (" + words(answer) + ")");
        } else {
            checks.failed(
                    Subject.TAIL,
                    through + "; " + here + " it opens, so Grafana or something in front of it drops the upgrade: that"
                            + " proxy must pass Upgrade and Connection for /api/datasources/proxy/",
                    Optional.empty());
        }
    }

    /** A Grafana whose streaming is off has no such route, or does not let anybody use it. */
    private static boolean isNotOffered(TailAnswer answer) {
        return answer instanceof TailAnswer.Answered(int status, String _)
                && (status == 403 || status == 404 || status == 405 || status == 501);
    }

    private static String words(TailAnswer answer) {
        return switch (answer) {
            case TailAnswer.Open _ -> "it opens";
            case TailAnswer.Answered(int status, String body) ->
                "HTTP " + status + (body.isEmpty() ? "" : " " + body)
                        + (status == 400 || status == 426 ? " (the WebSocket upgrade was dropped)" : "");
            case TailAnswer.Broken(String why) -> why;
        };
    }

    /** Collects the checks of one data source. */
    private static final class Checks {

        private final String source;
        private final List<SourceCheck> list = new ArrayList<>();

        Checks(String source) {
            this.source = source;
        }

        void ok(Subject subject, String words) {
            list.add(new SourceCheck(source, subject, Result.OK, words, Optional.empty()));
        }

        void skipped(Subject subject, String words) {
            list.add(new SourceCheck(source, subject, Result.SKIPPED, words, Optional.empty()));
        }

        void failed(Subject subject, String words, NextStep next) {
            failed(subject, words, Optional.of(next));
        }

        void failed(Subject subject, String words, Optional<NextStep> next) {
            list.add(new SourceCheck(source, subject, Result.FAILED, words, next));
        }

        void failed(Subject subject, MonshException failure) {
            failed(subject, failure.why(), Optional.ofNullable(failure.next()));
        }
    }
}
