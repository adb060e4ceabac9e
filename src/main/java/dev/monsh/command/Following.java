package dev.monsh.command;

import dev.monsh.cli.Option;
import java.time.Duration;

/** The options with which a command goes on until Ctrl-C. */
public final class Following {

    /** Shows what comes. */
    public static final Option.Flag FOLLOW =
            Option.flag("follow", "keep showing new lines, until Ctrl-C").letter('f');

    /** Asks again and again. */
    public static final Option.Single<Duration> WATCH =
            Option.duration("watch", "repeat every D, until Ctrl-C").letter('w');

    private Following() {}

    /** Tells whether a call with this option has no end of its own. */
    public static boolean isOne(Option<?> option) {
        return option == FOLLOW || option == WATCH;
    }
}
