package dev.monsh.os;

import dev.monsh.failure.InterruptedByUserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for a program that was started, and ends it with its children when it takes too long. */
final class RunningProgram {

    /** How long a process that was asked to end may take before it is killed. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** A program that has ended may leave a child that keeps its output open for ever, such as an agent. */
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(1);

    private static final ProcTable PROCESSES = new ProcTable(Path.of("/proc"));

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Program program;
    private final Process process;

    RunningProgram(Program program, Process process) {
        this.program = program;
        this.process = process;
    }

    ProgramRun finish(Consumer<String> outLines, Consumer<String> errLines) {
        StreamDrain out = new StreamDrain(process.getInputStream(), program.outputLimit(), outLines);
        StreamDrain err = new StreamDrain(process.getErrorStream(), program.outputLimit(), errLines);
        feed();
        boolean ended = false;
        try {
            if (!process.waitFor(program.limit().toNanos(), TimeUnit.NANOSECONDS)) {
                return new ProgramRun.OutOfTime(program.limit());
            }
            long deadline = System.nanoTime() + DRAIN_PATIENCE.toNanos();
            ProgramRun run =
                    new ProgramRun.Ended(process.exitValue(), out.bytesBefore(deadline), err.bytesBefore(deadline));
            ended = true;
            return run;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException(name(), "interrupted", null, e);
        } finally {
            if (!ended) {
                kill();
            }
        }
    }

    private String name() {
        return String.valueOf(Path.of(program.words().getFirst()).getFileName());
    }

    /** The pipe may fill up before the program reads, so it is written in a thread of its own. */
    private void feed() {
        if (program.input() instanceof ProgramInput.Bytes input) {
            Thread.ofPlatform().daemon().name("program input").start(() -> {
                try (OutputStream in = process.getOutputStream()) {
                    in.write(input.bytes());
                } catch (IOException e) {
                    // a program may end without reading all of it; its exit status says whether that is a fault
                }
            });
        }
    }

    /** A grandchild that has ended stays where nobody waits for it, as in a container whose first process is a program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && PROCESSES.stat(process.pid()).filter(ProcStat::ended).isEmpty();
    }

    /** Asks the whole tree to end and kills what is left, also in a thread that was interrupted. */
    private void kill() {
        boolean interrupted = Thread.interrupted();
        try {
            List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
            tree.add(process.toHandle());
            tree.forEach(ProcessHandle::destroy);
            long deadline = System.nanoTime() + GRACE.toNanos();
            while (tree.stream().anyMatch(RunningProgram::runs) && System.nanoTime() - deadline < 0) {
                Thread.sleep(PAUSE);
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            tree.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            interrupted = true;
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
