package dev.monsh.app.names;

import dev.monsh.terminal.Sanitizer;
import java.time.Duration;
import java.time.Instant;

/** What is said of names that are old, or on their way. */
record NamesText(Instant now) {

    String hint(NameState state) {
        String old =
                state.asOf().map(asOf -> "; names from " + age(asOf) + " ago").orElse("");
        return switch (state) {
            case NameState.Asking _ -> "asking the server for names" + old;
            case NameState.NoAnswer noAnswer -> "no names from the server: " + Sanitizer.visible(noAnswer.why()) + old;
        };
    }

    String age(Instant asOf) {
        Duration age = Duration.between(asOf, now);
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        return age.toHours() > 0
                ? age.toHours() + "h"
                : age.toMinutes() > 0 ? age.toMinutes() + "m" : Math.max(1, age.toSeconds()) + "s";
    }
}
