package dev.monsh.view.query;

import dev.monsh.metrics.Notices;
import dev.monsh.metrics.ResultHandler;
import java.io.OutputStream;
import java.util.Optional;

/** An answer that is asked for when its form is known; each of these is called at most once. */
public interface QueryAnswer {

    /** Hands the answer on, sample by sample. */
    Notices handTo(ResultHandler handler);

    /** Copies the API's {@code data} object. */
    Notices copyTo(OutputStream out);

    /** Returns the range that was asked for; empty for an answer about one point in time. */
    default Optional<TimeSpan> span() {
        return Optional.empty();
    }
}
