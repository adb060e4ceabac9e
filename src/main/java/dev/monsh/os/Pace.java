package dev.monsh.os;

import java.time.Duration;

/** Time as something that waits sees it. */
public interface Pace {

    /** Returns a count of nanoseconds, from any moment on. */
    long nanos();

    /** Waits. */
    void pause(Duration time) throws InterruptedException;

    /** Returns this machine's own time. */
    static Pace system() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
