package dev.monsh.command.next;

import dev.monsh.failure.ShellWord;
import dev.monsh.stack.StackNextStep;

/** The commands for what can be done about a stack. */
final class StackNextSteps {

    private StackNextSteps() {}

    static String text(StackNextStep next) {
        return switch (next) {
            case StackNextStep.Up(String service) -> "monsh up " + ShellWord.of(service);
            case StackNextStep.Restart(String service) -> "monsh restart " + ShellWord.of(service);
            case StackNextStep.Reload(String service) -> "monsh stack reload " + ShellWord.of(service);
            case StackNextStep.ReadLogs(String service) -> "monsh stack logs " + ShellWord.of(service);
            case StackNextStep.Check(var folder) ->
                "monsh stack check"
                        + folder.map(path -> " --stack " + ShellWord.of(path)).orElse("");
        };
    }
}
