package dev.monsh.command.next;

import dev.monsh.box.BoxNextStep;
import dev.monsh.failure.ShellWord;

/** The commands for what can be done about boxes. */
final class BoxNextSteps {

    private BoxNextSteps() {}

    static String text(BoxNextStep next) {
        return switch (next) {
            case BoxNextStep.ListAll() -> "monsh box list";
            case BoxNextStep.Show(String box) -> "monsh box show " + ShellWord.of(box);
            case BoxNextStep.Use(String box) -> "monsh box use " + ShellWord.of(box);
            case BoxNextStep.Onboard(String box) -> "monsh box onboard " + ShellWord.of(box);
            case BoxNextStep.FindConfiguration() -> "monsh config path";
        };
    }
}
