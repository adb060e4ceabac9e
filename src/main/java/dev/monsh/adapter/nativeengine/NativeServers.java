package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.packages.ProgramFinder;
import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.adapter.nativeengine.process.ProcessSupervisor;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.os.ProcTable;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would be started for a stack on this machine, and what was. */
final class NativeServers {

    private final Map<String, String> environment;
    private final ProgramFinder finder;
    private final ProcTable table = new ProcTable(Path.of("/proc"));

    NativeServers(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.finder = new ProgramFinder(SearchPath.of(environment), new MonshFolders(environment, home).packages());
    }

    ProcTable table() {
        return table;
    }

    /** Returns what was started from the stack's folder and still lives. */
    List<Child> children(Stack stack) {
        ProcessSupervisor supervisor = new ProcessSupervisor(new RunFolder(stack.folder()), environment, table);
        return supervisor.state().children().stream().filter(supervisor::lives).toList();
    }

    Optional<Child> child(Stack stack, StackService service) {
        return children(stack).stream()
                .filter(child -> child.name().equals(service.name()))
                .findFirst();
    }

    /** Returns the command line that a start would use; empty where this machine has no program for it. */
    Optional<List<String>> command(Stack stack, StackService service) {
        if (service.servingPort().isEmpty() || service.configuration().isEmpty()) {
            return Optional.empty();
        }
        Path data = new RunFolder(stack.folder()).data().resolve(service.name());
        Path configuration = new NativeConfiguration(stack).expectedFile(service);
        return service.kind()
                .flatMap(this::program)
                .map(program -> new ServiceProgram(
                                service,
                                program,
                                configuration,
                                data,
                                service.servingPort().get())
                        .command());
    }

    private Optional<Path> program(Service kind) {
        return finder.find(kind);
    }
}
