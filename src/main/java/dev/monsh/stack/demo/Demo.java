package dev.monsh.stack.demo;

import dev.monsh.stack.engine.ProgressListener;
import java.util.Optional;

/** The sample stack: workers that play the manual's services, and the servers that watch them. */
public interface Demo {

    /**
     * Starts the demo, or finds the one that runs. What a crashed start left behind is ended first. When it fails or the
     * thread is interrupted, all that it started is ended again.
     */
    DemoHandle start(ProgressListener listener);

    /** Ends all that a {@link #start} of the same folder ever left running, and nothing else. */
    DemoStopped stop(ProgressListener listener);

    /**
     * Returns the running demo: it was started completely, and something of it still runs. Whether its servers answer is not
     * checked here.
     */
    Optional<DemoHandle> find();
}
