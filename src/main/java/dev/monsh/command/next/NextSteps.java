package dev.monsh.command.next;

import dev.monsh.across.onboard.OnboardNextStep;
import dev.monsh.box.BoxNextStep;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.failure.NextStep;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.logs.LogNextStep;
import dev.monsh.stack.StackNextStep;
import dev.monsh.tailnet.TailnetNextStep;

/** The one place that says which command does what a person can do next. */
public final class NextSteps {

    private NextSteps() {}

    /** Returns the command, or other words that follow {@code try:}. */
    public static String text(NextStep next) {
        return switch (next) {
            case NextStep.Text(String text) -> text;
            case BoxNextStep step -> BoxNextSteps.text(step);
            case CloudNextStep step -> CloudNextSteps.text(step);
            case GatewayNextStep step -> GatewayNextSteps.text(step);
            case GrafanaNextStep step -> GrafanaNextSteps.text(step);
            case LogNextStep step -> LogNextSteps.text(step);
            case OnboardNextStep step -> OnboardNextSteps.text(step);
            case StackNextStep step -> StackNextSteps.text(step);
            case TailnetNextStep step -> TailnetNextSteps.text(step);
            default -> throw new IllegalArgumentException("no words for " + next);
        };
    }
}
