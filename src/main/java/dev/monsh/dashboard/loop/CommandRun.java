package dev.monsh.dashboard.loop;

import dev.monsh.dashboard.source.Batch;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Wish;
import java.util.function.Consumer;

/** One command at work within the dashboard, on a thread of its own. Nothing comes from it after it is closed. */
final class CommandRun implements AutoCloseable, CommandLine.Screen {

    private final String title;
    private final Consumer<Event> events;
    private final Batch<String> lines;
    private final Thread thread;
    private volatile boolean closed;

    private CommandRun(Wish.Run run, Runner commands, Consumer<Event> events) {
        this.title = run.title();
        this.events = events;
        this.lines = new Batch<>(batch -> tell(new Event.CommandWrote(title, batch)));
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-command").unstarted(() -> run(commands));
    }

    /** Runs a line and writes its output to a screen. */
    interface Runner {
        void run(CommandLine.Screen screen);
    }

    static CommandRun start(Wish.Run run, Runner commands, Consumer<Event> events) {
        CommandRun started = new CommandRun(run, commands, events);
        started.thread.start();
        return started;
    }

    private void run(Runner commands) {
        try {
            commands.run(this);
        } catch (RuntimeException e) {
            // on this thread nobody else would hear of it, and a trace would go across the screen
            line("a fault in monsh: " + e);
        }
        lines.flush();
        tell(new Event.CommandEnded(title));
        lines.close();
    }

    private void tell(Event event) {
        if (!closed) {
            events.accept(event);
        }
    }

    @Override
    public void line(String line) {
        lines.add(line);
    }

    @Override
    public void clear() {
        lines.flush();
        tell(new Event.CommandCleared(title));
    }

    /** Ends it as Ctrl-C does in the console. */
    @Override
    public void close() {
        closed = true;
        lines.close();
        thread.interrupt();
    }
}
