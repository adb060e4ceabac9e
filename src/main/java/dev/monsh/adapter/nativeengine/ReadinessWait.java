package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.OutputTail;
import dev.monsh.adapter.nativeengine.process.Started;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits until a service that was just started answers, and says why when it will not. */
final class ReadinessWait {

    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final int LAST_LINES = 20;

    private final ReadinessProbe probe;
    private final PortOwnership ports;
    private final ProgressListener listener;

    ReadinessWait(ReadinessProbe probe, PortOwnership ports, ProgressListener listener) {
        this.probe = probe;
        this.ports = ports;
        this.listener = listener;
    }

    /**
     * Returns when the service is ready.
     *
     * @param end the value of {@link System#nanoTime} at which the patience ends
     * @throws MonshException when its process has ended or the time is over
     */
    void await(StackService service, Started started, long end) throws InterruptedException {
        long begin = System.nanoTime();
        URI url = started.url(kind(service).readyPath());
        listener.on(new Progress.Waiting(service.name(), url));
        while (!ready(url, started)) {
            if (!started.process().isAlive()) {
                throw ended(service, started);
            }
            if (System.nanoTime() - end > 0) {
                throw late(service, started, url, Duration.ofNanos(System.nanoTime() - begin));
            }
            Thread.sleep(PAUSE);
        }
        listener.on(new Progress.Ready(service.name(), url, Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** Another server may answer on the port while the one that was started is still failing to bind it. */
    private boolean ready(URI url, Started started) {
        return probe.ready(url)
                && started.process().isAlive()
                && ports.owns(started.process().pid(), started.child().port());
    }

    private static Service kind(StackService service) {
        return service.kind().orElseThrow();
    }

    private MonshException ended(StackService service, Started started) {
        List<String> lines =
                OutputTail.read(started.output(), LAST_LINES, false).lines();
        ExitDiagnosis diagnosis = new ExitDiagnosis(service, "all it printed: " + started.output(), lines);
        MonshException failure = diagnosis.explain(started.process().exitValue(), ports::owner);
        listener.on(new Progress.Failed(service.name(), failure.why(), lines));
        return failure;
    }

    private MonshException late(StackService service, Started started, URI url, Duration waited) {
        Optional<String> other = ports.owner(started.child().port());
        if (other.isPresent()
                && !ports.owns(started.process().pid(), started.child().port())) {
            throw ExitDiagnosis.portTaken(
                    service.name(), Optional.of(started.child().port()), other);
        }
        String why = url + " did not answer 200 within " + waited.toSeconds() + " s (all it printed: "
                + started.output() + ")";
        listener.on(new Progress.Failed(
                service.name(),
                why,
                OutputTail.read(started.output(), LAST_LINES, false).lines()));
        return new TimedOutException(service.name(), why);
    }
}
