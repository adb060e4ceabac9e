package dev.monsh.across.drift;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import java.util.Optional;

/**
 * A difference between two places, or a place that could not be checked.
 *
 * @param place where it was found: {@code mapping}, {@code grafana}, …
 * @param subject what it is about: a box, a port, a service
 * @param found what is there; text of a server may be in it
 * @param expected what the other places say; empty where a place could not be looked at
 * @param next what to do about it
 */
public record Disagreement(String place, String subject, String found, String expected, Optional<NextStep> next) {

    static Disagreement of(String place, String subject, String found, String expected, NextStep next) {
        return new Disagreement(place, subject, found, expected, Optional.of(next));
    }

    /** Makes one for a place that could not be looked at. */
    public static Disagreement unread(String place, MonshException failure) {
        return new Disagreement(
                place, failure.what(), "not checked: " + failure.why(), "", Optional.ofNullable(failure.next()));
    }

    /** Tells whether nothing is known to differ, since the place could not be looked at. */
    public boolean isUnread() {
        return expected.isEmpty();
    }
}
