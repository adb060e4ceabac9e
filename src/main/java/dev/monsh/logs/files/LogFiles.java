package dev.monsh.logs.files;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogQuery;
import java.util.List;

/** The files whose lines Promtail would ship, read without Promtail and Loki. */
public interface LogFiles {

    /** Returns what says which files these are: the path of Promtail's configuration. */
    String origin();

    /** Returns the labels of the files that are there now, one entry a file, sorted. */
    List<Labels> streams();

    /**
     * Reads the lines of a query, files merged by time.
     *
     * @return how many lines went to the sink
     * @throws dev.monsh.failure.RejectedException when the expression is more than a selector with line filters
     */
    long read(LogQuery query, LineSink sink);

    /** Returns a tail for one run. */
    Tail tail();

    /** Follows files from their end. */
    interface Tail {

        /**
         * Follows until {@link #stop()} is called or the thread is interrupted.
         *
         * @throws dev.monsh.failure.RejectedException when the expression is more than a selector with line filters
         */
        void run(String expression, LineSink sink);

        /** Ends the run, from any thread. */
        void stop();
    }
}
