package dev.monsh.adapter.nativeengine.process;

import dev.monsh.failure.FileFailure;
import dev.monsh.os.AtomicFile;
import dev.monsh.os.FolderLock;
import dev.monsh.os.ProcStat;
import dev.monsh.os.ProcTable;
import dev.monsh.os.ProcessIdentity;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Starts processes from a stack's folder, knows them again, and ends them. Whoever starts or ends holds the folder's
 * {@link FolderLock}.
 *
 * <p>A process is known by its record in the state file and by the mark in its environment. The mark is there from the
 * moment of its start, so that a monsh that is killed before it can record the process loses nothing.
 */
public final class ProcessSupervisor {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RunFolder folder;
    private final ProcTable table;
    private final Launcher launcher;
    private final StateFile stateFile;

    public ProcessSupervisor(RunFolder folder, Map<String, String> environment, ProcTable table) {
        this.folder = folder;
        this.table = table;
        this.launcher = new Launcher(folder, environment, table);
        this.stateFile = new StateFile(folder.state());
    }

    /** Returns what is recorded, whether it still lives or not. */
    public RunState state() {
        return stateFile.read();
    }

    public boolean lives(Child child) {
        return table.lives(child.identity());
    }

    /** Allows starts; those that still live stay recorded. */
    public void open() {
        RunState before = state();
        stateFile.write(new RunState(
                false, before.children().stream().filter(this::lives).toList()));
        AtomicFile.write(
                folder.marker(), "As long as this file exists, the processes of this folder keep running.\n", false);
    }

    /** Records that all that was to be started is up. */
    public void complete() {
        stateFile.write(state().asComplete(true));
    }

    /** Starts a program and records it; its output of an earlier run is lost. */
    public Started start(Launch launch, ProgressListener listener) throws InterruptedException {
        listener.on(new Progress.Starting(launch.name()));
        Process process = launcher.start(launch);
        ProcessIdentity identity = table.identity(process.pid()).orElse(new ProcessIdentity(process.pid(), 0, "ended"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Child child = new Child(
                launch.name(), identity, launch.port(), now, launch.command().getFirst());
        stateFile.write(state().with(child));
        launcher.awaitExec(process);
        return new Started(launch, child, process, folder.output(launch.name()));
    }

    /** Ends everything that was ever started from this folder and still lives, recorded or not. */
    public List<Ended> endAll(ProgressListener listener) {
        List<Child> recorded = state().children();
        // Looked for before the marker goes: a worker that sees it gone ends by itself and is to be reported all the
        // same.
        List<Terminator.Target> known = targets(recorded, name -> true);
        try {
            Files.deleteIfExists(folder.marker());
        } catch (IOException e) {
            throw FileFailure.at(folder.marker(), e);
        }
        List<Ended> ended = terminator(listener).end(known, () -> targets(recorded, name -> true));
        stateFile.delete();
        return ended;
    }

    /** Ends the services or workers of those names. */
    public List<Ended> end(Set<String> names, ProgressListener listener) {
        List<Child> recorded = state().children();
        return terminator(listener).end(List.of(), () -> targets(recorded, names::contains));
    }

    private Terminator terminator(ProgressListener listener) {
        return new Terminator(table, GRACE, listener);
    }

    private List<Terminator.Target> targets(List<Child> recorded, Predicate<String> wanted) {
        Map<ProcessIdentity, Terminator.Target> targets = new LinkedHashMap<>();
        for (Child child : recorded) {
            if (lives(child) && wanted.test(child.name())) {
                targets.put(child.identity(), new Terminator.Target(child.name(), child.identity(), true));
            }
        }
        for (ProcessIdentity identity : table.startedWith(RunFolder.ID_VARIABLE, folder.id())) {
            String name = table.environment(identity.pid()).getOrDefault(RunFolder.NAME_VARIABLE, "?");
            if (wanted.test(name)) {
                targets.putIfAbsent(identity, new Terminator.Target(name, identity, leadsSession(identity)));
            }
        }
        return new ArrayList<>(targets.values());
    }

    /** Every program is started as the leader of a session; what it starts itself inherits its marks and is not worth a word. */
    private boolean leadsSession(ProcessIdentity identity) {
        return table.stat(identity.pid()).filter(ProcStat::leadsSession).isPresent();
    }
}
