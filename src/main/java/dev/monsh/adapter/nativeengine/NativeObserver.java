package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.adapter.nativeengine.process.Loopback;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.drift.Observer;
import dev.monsh.stack.drift.ServiceDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sees the processes that were started from a stack's folder beside what a start would start now. */
public final class NativeObserver implements Observer {

    private final NativeServers servers;

    /** Takes the user's environment and home folder, where programs are looked for. */
    public NativeObserver(Map<String, String> environment, Path home) {
        this.servers = new NativeServers(environment, home);
    }

    @Override
    public List<ObservedService> observe(Stack stack) {
        List<ObservedService> observed = new ArrayList<>();
        for (StackService service : stack.services()) {
            servers.command(stack, service)
                    .ifPresent(command -> observed.add(observed(stack, service, definition(command))));
        }
        for (Child child : servers.children(stack)) {
            boolean declared =
                    stack.services().stream().anyMatch(service -> service.name().equals(child.name()));
            if (!declared && Service.named(child.name()).isPresent()) {
                observed.add(new ObservedService(
                        child.name(),
                        Service.named(child.name()),
                        Optional.empty(),
                        Optional.of(running(child)),
                        ObservedService.Verdict.UNKNOWN,
                        "",
                        Optional.empty()));
            }
        }
        return observed;
    }

    private ObservedService observed(Stack stack, StackService service, ServiceDefinition declared) {
        Optional<Child> child = servers.child(stack, service);
        return new ObservedService(
                service.name(),
                service.kind(),
                Optional.of(declared),
                child.map(this::running),
                ObservedService.Verdict.UNKNOWN,
                "",
                child.map(each -> configuration(stack, service, each, declared)));
    }

    private ObservedService.Running running(Child child) {
        return new ObservedService.Running(
                child.name(),
                ServiceState.RUNNING,
                Optional.empty(),
                Optional.of(child.since()),
                "",
                definition(words(child)));
    }

    /** The kernel ends each word with a NUL, also the last. */
    private List<String> words(Child child) {
        List<String> words = servers.table().commandLine(child.identity().pid());
        return !words.isEmpty() && words.getLast().isEmpty() ? words.subList(0, words.size() - 1) : words;
    }

    private static ServiceDefinition definition(List<String> command) {
        return new ServiceDefinition("", Optional.of(command), Set.of(), Set.of(), Map.of(), "", Set.of());
    }

    private static ObservedConfiguration configuration(
            Stack stack, StackService service, Child child, ServiceDefinition declared) {
        NativeConfiguration configuration = new NativeConfiguration(stack);
        boolean asItIs = service.kind().filter(Service.PROCESS_EXPORTER::equals).isPresent();
        return new ObservedConfiguration(
                service.configuration().orElseThrow(),
                configuration.expectedFile(service).toString(),
                Optional.of(Loopback.url(child.port(), "/")),
                false,
                declared.switchedOn("config.expand-env"),
                asItIs ? UnaryOperator.identity() : configuration::translated);
    }
}
