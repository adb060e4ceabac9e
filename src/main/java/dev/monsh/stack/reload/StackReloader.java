package dev.monsh.stack.reload;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.DriftKind;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.drift.ServiceDefinition;
import dev.monsh.stack.engine.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the servers of a stack load what their files say now, and proves that they have. One that does not take its file
 * goes on with what it has.
 */
public final class StackReloader {

    private final ReloadTools tools;

    public StackReloader(ReloadTools tools) {
        this.tools = tools;
    }

    /** Returns what became of each service that was meant. */
    public List<Reload> reload(Stack stack, ReloadRequest request, ProgressListener listener) {
        List<StackService> wanted = wanted(stack, request);
        List<ObservedService> observed = tools.observer().observe(stack);
        List<Reload> reloads = new ArrayList<>();
        for (StackService service : wanted) {
            reloads.add(reload(stack, service, observed, request, listener));
        }
        return reloads;
    }

    private static List<StackService> wanted(Stack stack, ReloadRequest request) {
        List<StackService> wanted = stack.select(request.names());
        for (StackService service : wanted) {
            if (!request.names().isEmpty() && service.kind().isEmpty()) {
                throw new UsageException(
                        service.name(),
                        "is not a server that monsh can reload",
                        new StackNextStep.Restart(service.name()));
            }
        }
        return wanted.stream().filter(service -> service.kind().isPresent()).toList();
    }

    private Reload reload(
            Stack stack,
            StackService service,
            List<ObservedService> observed,
            ReloadRequest request,
            ProgressListener listener) {
        ReloadWay way = ReloadWay.UNCHANGED;
        try {
            ObservedService now = running(service, observed);
            List<Drift> drift = tools.configurations().find(now);
            way = way(now, drift);
            boolean needed = request.forces()
                    || now.kind().filter(Service.PROMETHEUS::equals).isPresent();
            if (!needed && !isChanged(now, drift)) {
                return Reload.done(service.name(), ReloadWay.UNCHANGED, "up to date with its file");
            }
            if (request.dryRun()) {
                return Reload.done(service.name(), way, "would be done");
            }
            return new ServiceReload(tools, stack, service, now, request.timeout(), listener).by(way);
        } catch (MonshException e) {
            return Reload.failed(service.name(), way, e);
        }
    }

    private static ObservedService running(StackService service, List<ObservedService> observed) {
        Optional<ObservedService> found = observed.stream()
                .filter(one -> one.name().equals(service.name()))
                .filter(one ->
                        one.running().filter(ObservedService.Running::isUp).isPresent())
                .findFirst();
        ObservedService now = found.orElseThrow(
                () -> new UnreachableException(service.name(), "is not running", new StackNextStep.Up(service.name())));
        if (now.configuration().isEmpty()) {
            throw new UsageException(
                    service.name(),
                    "its configuration file is outside the folders that it mounts",
                    new StackNextStep.Restart(service.name()));
        }
        return now;
    }

    /** A server that keeps silent about what it left to its defaults may have lost a setting unseen. */
    private static boolean isChanged(ObservedService service, List<Drift> drift) {
        boolean silent =
                service.kind().filter(kind -> kind != Service.PROMETHEUS).isPresent();
        return !drift.isEmpty() || (silent && isNewer(service));
    }

    private static boolean isNewer(ObservedService service) {
        try {
            Instant changed = Files.getLastModifiedTime(
                            service.configuration().orElseThrow().file())
                    .toInstant();
            return service.running()
                    .flatMap(ObservedService.Running::since)
                    .filter(changed::isAfter)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private ReloadWay way(ObservedService service, List<Drift> drift) {
        if (drift.stream().anyMatch(each -> each.kind() == DriftKind.REPLACED_FILE)) {
            return ReloadWay.RESTART;
        }
        ServiceDefinition definition = service.running().orElseThrow().definition();
        return switch (service.kind().orElseThrow()) {
            case LOKI, PROCESS_EXPORTER -> ReloadWay.RESTART;
            case PROMETHEUS -> definition.switchedOn("web.enable-lifecycle") ? ReloadWay.URL : ReloadWay.SIGNAL;
            case PROMTAIL -> {
                boolean port = drift.stream().anyMatch(each -> each.declared().startsWith("server."));
                if (port || drift.isEmpty() || !new ReloadMetrics(tools.probe(), service).reloads()) {
                    // a listening address is not changed by a reload; a reload of the same text is an error; one that
                    // does not know of reloads would end by the signal
                    yield ReloadWay.RESTART;
                }
                yield definition.switchedOn("server.enable-runtime-reload") ? ReloadWay.URL : ReloadWay.SIGNAL;
            }
        };
    }
}
