package dev.monsh.command.next;

import dev.monsh.across.onboard.OnboardNextStep;
import dev.monsh.failure.ShellWord;

/** The commands for what can be done where a box is set up. */
final class OnboardNextSteps {

    private OnboardNextSteps() {}

    static String text(OnboardNextStep next) {
        return switch (next) {
            case OnboardNextStep.GiveAddress() -> "--tailscale-ip IP, from monsh tailscale status";
            case OnboardNextStep.SeeTargets(String box) -> "monsh --box " + ShellWord.of(box) + " metrics targets";
            case OnboardNextStep.SeeLabels(String box) -> "monsh --box " + ShellWord.of(box) + " logs labels";
        };
    }
}
