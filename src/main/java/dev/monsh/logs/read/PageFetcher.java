package dev.monsh.logs.read;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.PageQuery;

/** Asks for one page, again while the server is in trouble. */
final class PageFetcher {

    private final LogSource source;
    private final ReadSettings settings;

    PageFetcher(LogSource source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    LogSource source() {
        return source;
    }

    /** Asks once: for the first page of a query, whose failure the user should see at once. */
    LogAnswer once(PageQuery query) {
        return source.page(query);
    }

    /** Asks until an answer comes or the attempts are used up; then the last failure is thrown. */
    LogAnswer patiently(PageQuery query) {
        long pauseMillis = settings.pause().toMillis();
        for (int attempt = 1; attempt < settings.attempts(); attempt++) {
            try {
                return source.page(query);
            } catch (UnreachableException | TimedOutException passing) {
                sleep(pauseMillis);
                pauseMillis *= 2;
            }
        }
        return source.page(query);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("logs", "interrupted while waiting for the server", null, e);
        }
    }
}
