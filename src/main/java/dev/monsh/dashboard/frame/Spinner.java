package dev.monsh.dashboard.frame;

import java.time.Instant;

/** A sign that something is on its way; plain ASCII, and it turns only as often as the screen is drawn anyway. */
final class Spinner {

    private static final String SIGNS = "|/-\\";

    private Spinner() {}

    static String at(Instant now) {
        return String.valueOf(SIGNS.charAt(Math.floorMod(now.toEpochMilli() / 250, SIGNS.length())));
    }
}
