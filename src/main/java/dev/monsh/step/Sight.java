package dev.monsh.step;

import dev.monsh.failure.NextStep;
import java.util.Optional;

/** What a step sees when it looks. What it can neither accept nor change is thrown. */
public sealed interface Sight {

    /** Everything is as it should be; {@code evidence} is what was seen. */
    record Right(String evidence) implements Sight {}

    /** Something is to be done; {@code plan} is a clause such as {@code map ports 9091 and 3101}. */
    record Wrong(String plan) implements Sight {}

    /** The step does not apply; {@code reason} says what is not configured, {@code next} what can be done about it. */
    record NotConfigured(String reason, Optional<NextStep> next) implements Sight {

        /** Nothing that has to be done about it. */
        public NotConfigured(String reason) {
            this(reason, Optional.empty());
        }
    }
}
