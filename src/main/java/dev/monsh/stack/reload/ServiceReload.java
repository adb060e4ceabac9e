package dev.monsh.stack.reload;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.stack.engine.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reload of one server. */
final class ServiceReload {

    private static final Duration PAUSE = Duration.ofMillis(100);
    /** After this a server that has counted a failure is not expected to log it any more. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final int LINES = 200;
    private static final int SERVER_ERROR = 500;

    private final ReloadTools tools;
    private final Stack stack;
    private final StackService service;
    private final ObservedService before;
    private final ObservedConfiguration configuration;
    private final Duration timeout;
    private final long begin;
    private final ProgressListener listener;

    ServiceReload(
            ReloadTools tools,
            Stack stack,
            StackService service,
            ObservedService before,
            Duration timeout,
            ProgressListener listener) {
        this.tools = tools;
        this.stack = stack;
        this.service = service;
        this.before = before;
        this.configuration = before.configuration().orElseThrow();
        this.timeout = timeout;
        this.listener = listener;
        this.begin = tools.pace().nanos();
    }

    /** Does it and waits for the proof. */
    Reload by(ReloadWay way) {
        if (kind() == Service.PROMTAIL) {
            // it does not say why it did not reload
            tools.control().check(stack, service);
        }
        switch (way) {
            case URL -> byUrl();
            case SIGNAL -> bySignal();
            case RESTART -> byRestart();
            case UNCHANGED -> {}
        }
        prove(way);
        return Reload.done(service.name(), way, "up to date with its file");
    }

    private Service kind() {
        return before.kind().orElseThrow();
    }

    private void byUrl() {
        String path = kind() == Service.PROMETHEUS ? "/-/reload" : "/reload";
        var url = configuration
                .server()
                .orElseThrow(() -> new UnreachableException(
                        service.name(),
                        "publishes no port for a reload request",
                        new StackNextStep.Restart(service.name())))
                .resolve(path);
        Optional<String> earlier = lastFault();
        tools.control().prepare(stack, service);
        ProbeAnswer answer = tools.trigger().post(url, timeout);
        if (answer.ok()) {
            return;
        }
        if (answer.status() == 0) {
            throw new UnreachableException(url.toString(), answer.words(), new StackNextStep.ReadLogs(service.name()));
        }
        if (answer.status() != SERVER_ERROR) {
            throw new RefusedException(url.toString(), answer.words());
        }
        throw ReloadFault.of(configuration, service, ReloadFault.chosen(answer.body(), faultsAfter(earlier)));
    }

    private void bySignal() {
        ReloadMetrics metrics = new ReloadMetrics(tools.probe(), before);
        ReloadMetrics.Reading earlier = metrics.read();
        Optional<String> earlierFault = lastFault();
        tools.control().prepare(stack, service);
        tools.control().hangUp(stack, service);
        while (true) {
            ReloadMetrics.Reading now = metrics.read();
            if (now.successes() > earlier.successes() && !(now.failures() > earlier.failures())) {
                return;
            }
            List<String> faults = now.failures() > 0 ? faultsAfter(earlierFault) : List.of();
            if (!faults.isEmpty() && ReloadFault.isLast(faults.getLast())) {
                throw ReloadFault.of(
                        configuration, service, ReloadFault.chosen(ReloadFault.error(faults.getLast()), faults));
            }
            if (now.failures() > earlier.failures() && spent() > SILENCE.toNanos()) {
                throw ReloadFault.of(configuration, service, "it gives no reason");
            }
            pauseOrEnd("its metrics do not show a reload");
        }
    }

    private void byRestart() {
        switch (kind()) {
            case PROCESS_EXPORTER -> tools.judge().accept(configuration.file());
            case PROMETHEUS, LOKI -> tools.control().check(stack, service);
            case PROMTAIL -> {}
        }
        tools.engine().restart(stack, List.of(service), timeout, listener);
    }

    /** Waits until nothing of the file is missing in what the server has loaded. */
    private void prove(ReloadWay way) {
        while (true) {
            List<Drift> left = tools.configurations().find(way == ReloadWay.RESTART ? observedAgain() : before);
            if (left.isEmpty()) {
                return;
            }
            Drift first = left.getFirst();
            pauseOrEnd("it has not loaded its file yet: it runs with " + first.running() + ", the file says "
                    + first.declared());
        }
    }

    private ObservedService observedAgain() {
        return tools.observer().observe(stack).stream()
                .filter(one -> one.name().equals(service.name()))
                .findFirst()
                .orElse(before);
    }

    /** Lines begin with a time, and so no two are the same. */
    private Optional<String> lastFault() {
        List<String> faults = faults();
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults.getLast());
    }

    private List<String> faultsAfter(Optional<String> earlier) {
        List<String> faults = faults();
        int known = earlier.map(faults::lastIndexOf).orElse(-1);
        return faults.subList(known + 1, faults.size());
    }

    /** Returns the lines of its log that tell of reloads that failed. */
    private List<String> faults() {
        List<String> lines = new ArrayList<>();
        OutputRequest request = new OutputRequest(List.of(service), Optional.of(LINES), Optional.empty(), false);
        tools.engine().logs(stack, request, line -> lines.add(line.text()));
        return ReloadFault.among(lines);
    }

    private long spent() {
        return tools.pace().nanos() - begin;
    }

    private void pauseOrEnd(String why) {
        if (spent() > timeout.toNanos()) {
            throw new TimedOutException(
                    service.name(),
                    why + " (waited " + timeout.toMillis() / 1000.0 + " s)",
                    new StackNextStep.ReadLogs(service.name()));
        }
        try {
            tools.pace().pause(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("stack reload", "interrupted");
        }
    }
}
