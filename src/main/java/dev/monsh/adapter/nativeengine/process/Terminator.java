package dev.monsh.adapter.nativeengine.process;

import dev.monsh.failure.RefusedException;
import dev.monsh.os.ProcTable;
import dev.monsh.os.ProcessIdentity;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ends processes: asks them, waits, kills what is left, and looks again until none is found. */
final class Terminator {

    /** How long a killed process may take to vanish: the kernel may be busy writing its memory map to disk. */
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ProcTable table;
    private final Duration grace;
    private final ProgressListener listener;

    /** Takes how long a process may take to end when it was asked to. */
    Terminator(ProcTable table, Duration grace, ProgressListener listener) {
        this.table = table;
        this.grace = grace;
        this.listener = listener;
    }

    /**
     * A process to end.
     *
     * @param own whether it was started as such; a helper that a worker runs for a moment is ended without a word
     */
    record Target(String name, ProcessIdentity identity, boolean own) {}

    /**
     * Ends the targets that are known, then looks for more again and again, since a process can start another while it is
     * being ended.
     *
     * @param known reported as ended even when they are quicker than the first signal
     * @throws RefusedException when one can't be ended
     */
    List<Ended> end(List<Target> known, Supplier<List<Target>> search) {
        Map<ProcessIdentity, Asked> asked = new LinkedHashMap<>();
        long begin = System.nanoTime();
        known.forEach(target -> signal(target, false, asked));
        boolean interrupted = false;
        for (List<Target> left = search.get(); !left.isEmpty(); left = search.get()) {
            Duration spent = Duration.ofNanos(System.nanoTime() - begin);
            if (spent.compareTo(grace.plus(KILL_PATIENCE)) > 0) {
                throw stuck(left.getFirst());
            }
            boolean kill = spent.compareTo(grace) > 0;
            left.forEach(target -> signal(target, kill, asked));
            interrupted |= !pause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return report(asked.values());
    }

    /** What was done to a target so far. */
    private record Asked(Target target, boolean killed) {}

    private void signal(Target target, boolean kill, Map<ProcessIdentity, Asked> asked) {
        ProcessIdentity identity = target.identity();
        boolean first = !asked.containsKey(identity);
        if (first && target.own()) {
            listener.on(new Progress.Stopping(target.name(), identity.pid()));
        }
        if (first || kill) {
            asked.put(identity, new Asked(target, kill));
            // The handle remembers when its process began and signals no other; the check after it proves whose it is.
            ProcessHandle.of(identity.pid())
                    .filter(handle -> table.lives(identity))
                    .ifPresent(handle -> send(handle, kill));
        }
    }

    private static void send(ProcessHandle handle, boolean kill) {
        if (kill) {
            handle.destroyForcibly();
        } else {
            handle.destroy();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static RefusedException stuck(Target target) {
        return new RefusedException(
                target.name(),
                "process " + target.identity().pid() + " does not exit; it may belong to another user",
                "sudo kill -9 " + target.identity().pid());
    }

    private List<Ended> report(Collection<Asked> asked) {
        List<Ended> ended = new ArrayList<>();
        for (Asked one : asked) {
            Target target = one.target();
            if (target.own()) {
                long pid = target.identity().pid();
                ended.add(new Ended(target.name(), pid, one.killed()));
                listener.on(new Progress.Stopped(target.name(), pid, one.killed()));
            }
        }
        return ended;
    }
}
