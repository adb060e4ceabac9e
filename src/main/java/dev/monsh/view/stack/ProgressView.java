package dev.monsh.view.stack;

import dev.monsh.stack.engine.Progress;
import dev.monsh.terminal.Console;
import dev.monsh.view.UnitText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The steps of a start or stop as lines on stderr. */
public final class ProgressView {

    private final Console console;

    public ProgressView(Console console) {
        this.console = console;
    }

    /** Says a step, where it is one that a user wants to hear of. */
    public void show(Progress progress) {
        switch (progress) {
            case Progress.Fetching(String what) -> console.note("downloading " + what + " …");
            case Progress.Fetched(String what, long bytes, Duration took) ->
                console.note("downloaded " + what + " (" + UnitText.bytes((double) bytes) + ", " + seconds(took) + ")");
            case Progress.WaitingForOther(java.nio.file.Path folder) ->
                console.note("another monsh is working in " + folder + "; waiting …");
            case Progress.Pulling(String name) -> console.note("pulling the image of " + name + " …");
            case Progress.Pulled(String name) -> console.note("the image of " + name + " is on this machine");
            case Progress.Starting(String name) -> console.note("starting " + name);
            case Progress.Waiting(String _, java.net.URI _) -> {}
            case Progress.NotReady(String name, String answer) -> console.note(name + " is not ready yet: " + answer);
            case Progress.Ready(String name, java.net.URI url, Duration took) ->
                console.note(name + " answers at " + url + " (" + seconds(took) + ")");
            case Progress.Failed(String name, String _, List<String> lastLines) -> {
                // the failure itself explains why it failed
                console.errorLine(
                        name + " did not come up; " + (lastLines.isEmpty() ? "it printed nothing" : "its last lines:"));
                lastLines.forEach(line -> console.errorLine("  | " + line));
            }
            case Progress.Stopping(String name, long pid) ->
                console.note("stopping " + name + (pid > 0 ? " (pid " + pid + ")" : ""));
            case Progress.Stopped(String name, long _, boolean killed) -> {
                if (killed) {
                    console.note(name + " did not stop when asked and was killed");
                }
            }
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }
}
