package dev.monsh.logs.tail;

/**
 * How often one line (stream, timestamp, text) was printed, and how often each source has given it.
 *
 * <p>A connection gives each line once, and so does a query. So a line is new when a source has now given it more often
 * than it was printed: equal lines that are real come as often as they are there, and what both a connection and a query
 * give is printed once.
 */
final class Tally {

    private int printed;
    private long connection = -1;
    private int fromConnection;
    private long query = -1;
    private int fromQuery;

    Tally(int printed) {
        this.printed = printed;
    }

    int printed() {
        return printed;
    }

    /** Counts one from a connection and returns whether it is new. */
    boolean byConnection(long number) {
        fromConnection = connection == number ? fromConnection + 1 : 1;
        connection = number;
        return isNew(fromConnection);
    }

    /** Counts one from a query and returns whether it is new. */
    boolean byQuery(long number) {
        fromQuery = query == number ? fromQuery + 1 : 1;
        query = number;
        return isNew(fromQuery);
    }

    private boolean isNew(int given) {
        if (given <= printed) {
            return false;
        }
        printed++;
        return true;
    }
}
