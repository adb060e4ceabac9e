package dev.monsh.view.box;

import dev.monsh.failure.NextStep;
import dev.monsh.step.StepResult;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.function.Function;

/** How steps look: a table that fills in while they run, and the same as values afterwards. */
public final class StepViews {

    private static final int STEP_WIDTH = 26;
    private static final int STATE_WIDTH = 9;

    private final Console console;
    private final boolean asTable;
    private final Function<NextStep, String> nextWords;

    /** Takes the form that is printed, of which only a table fills in, and the words for what can be done next. */
    public StepViews(Console console, OutputFormat format, Function<NextStep, String> nextWords) {
        this.console = console;
        this.asTable = format == OutputFormat.TABLE;
        this.nextWords = nextWords;
    }

    /** Shows the end of a step, where the form is a table. */
    public void ended(StepResult result) {
        if (!asTable) {
            return;
        }
        String row = padded(result.step(), STEP_WIDTH)
                + console.theme().paint(style(result), padded(result.state().word(), STATE_WIDTH))
                + Sanitizer.visible(result.words());
        console.out().write(row + "\n");
        result.next()
                .map(nextWords)
                .ifPresent(next -> console.out().write(" ".repeat(STEP_WIDTH) + "try: " + next + "\n"));
        console.out().flush();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Shows all results, where the form is no table. */
    public void all(OutputFormat format, List<StepResult> results) {
        if (!asTable) {
            view().print(console, format, results);
        }
    }

    private ResultView<StepResult> view() {
        return Columns.<StepResult>of()
                .text("step", StepResult::step)
                .style(Style.ACCENT)
                .text("state", result -> result.state().word())
                .style(StepViews::style)
                .text("what", StepResult::words)
                .wrapped(16)
                .optional("next", result -> result.next().map(nextWords))
                .style(Style.FAINT)
                .wrapped(12)
                .view();
    }

    private static Style style(StepResult result) {
        return switch (result.state()) {
            case DONE, ALREADY -> Style.GOOD;
            case WOULD -> Style.ACCENT;
            case SKIPPED -> Style.FAINT;
            case FAILED -> Style.BAD;
        };
    }
}
