package dev.monsh.gateway.bootstrap;

import dev.monsh.failure.TimedOutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Waits until nobody else installs packages: on a new machine, unattended-upgrades does for minutes. */
final class PackageLock {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration REMINDER = Duration.ofSeconds(15);

    private final BootstrapScript script;
    private final Duration patience;
    private final Pause pause;
    private final InstantSource clock;
    private final Consumer<String> progress;

    PackageLock(
            BootstrapScript script, Duration patience, Pause pause, InstantSource clock, Consumer<String> progress) {
        this.script = script;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
        this.progress = progress;
    }

    /** Waits; throws {@link TimedOutException} naming the program where it does not end in time. */
    void await() {
        Instant start = clock.instant();
        Instant told = Instant.MIN;
        String holder = holder();
        while (!holder.isEmpty()) {
            Instant now = clock.instant();
            Duration waited = Duration.between(start, now);
            if (waited.compareTo(patience) > 0) {
                throw new TimedOutException(
                        "apt",
                        holder + " still holds its lock after " + waited.toSeconds() + " s; run this again later");
            }
            if (told.equals(Instant.MIN) || Duration.between(told, now).compareTo(REMINDER) >= 0) {
                progress.accept("waiting for " + holder + ", which holds apt's lock"
                        + (waited.toSeconds() == 0 ? "" : ", for " + waited.toSeconds() + " s"));
                told = now;
            }
            pause.wait(BETWEEN);
            holder = holder();
        }
    }

    private String holder() {
        return script.ask("lock").text("holder");
    }
}
