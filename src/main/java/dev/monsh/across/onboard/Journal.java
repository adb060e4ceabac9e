package dev.monsh.across.onboard;

import java.util.Optional;

/**
 * What a run decided, kept until it is finished, so that the next run continues with the same choices.
 *
 * @param step the step that was under way
 */
public record Journal(
        String box, String address, Optional<Integer> prometheusPort, Optional<Integer> lokiPort, String step) {}
