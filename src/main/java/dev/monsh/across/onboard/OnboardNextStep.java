package dev.monsh.across.onboard;

import dev.monsh.failure.NextStep;

/** What can be done next where a box is set up. */
public sealed interface OnboardNextStep extends NextStep {

    /** Say which address the box has in the tailnet. */
    record GiveAddress() implements OnboardNextStep {}

    /** Look at what Prometheus on the box scrapes. */
    record SeeTargets(String box) implements OnboardNextStep {}

    /** Look at the labels of the logs of the box. */
    record SeeLabels(String box) implements OnboardNextStep {}
}
