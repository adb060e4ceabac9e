package dev.monsh.dashboard.source;

import dev.monsh.logs.LogSource;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.usage.MachineMeter;
import dev.monsh.process.usage.ProcessMeter;
import dev.monsh.stack.Stack;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.status.StatusReporter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that can be asked of one box. What takes its time to find is found when first asked for, on the thread that asks.
 *
 * @param live the processes of this machine; empty for a box that is elsewhere
 * @param lokiForTail the same Loki, with a time limit that does not hold its shutdown
 * @param stack what runs the services; empty for a box that is elsewhere
 */
public record BoxSources(
        String box,
        Optional<Live> live,
        Optional<MetricsSource> prometheus,
        Optional<LogSource> loki,
        Optional<LogSource> lokiForTail,
        Optional<Supplier<Optional<LogFiles>>> files,
        Optional<Supplier<Running>> stack) {

    /**
     * The processes of this machine.
     *
     * @param matcher reads the rules of the stack
     */
    public record Live(
            ProcessTable table, Supplier<ProcessMatcher> matcher, ProcessMeter processes, MachineMeter machine) {}

    /** A stack, what runs it, and what tells how it is. */
    public record Running(Stack stack, Engine engine, StatusReporter reporter) {}
}
