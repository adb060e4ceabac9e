package dev.monsh.command.next;

import dev.monsh.logs.LogNextStep;

/** The commands for what can be done about logs. */
final class LogNextSteps {

    private LogNextSteps() {}

    static String text(LogNextStep next) {
        return switch (next) {
            case LogNextStep.QueryNumbers() -> "monsh query";
            case LogNextStep.PassLiveTail() -> "monsh gateway harden";
            case LogNextStep.ListLogFiles() -> "monsh logfile list";
        };
    }
}
