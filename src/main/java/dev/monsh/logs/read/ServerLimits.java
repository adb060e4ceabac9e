package dev.monsh.logs.read;

import dev.monsh.logs.LogAnswer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What has been learned of a server's limits; shared by everyone who reads from it. */
final class ServerLimits {

    private final AtomicInteger pageLimit;
    private final AtomicInteger pageCeiling = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicLong longestRangeNanos = new AtomicLong(Long.MAX_VALUE);

    ServerLimits(int pageLimit) {
        this.pageLimit = new AtomicInteger(pageLimit);
    }

    int pageLimit() {
        return pageLimit.get();
    }

    /** Returns the most lines in an answer, as far as it is known. */
    int pageCeiling() {
        return pageCeiling.get();
    }

    long longestRangeNanos() {
        return longestRangeNanos.get();
    }

    void learn(LogAnswer.PageTooBig refusal) {
        pageCeiling.accumulateAndGet(refusal.allowed(), Math::min);
        pageLimit.accumulateAndGet(refusal.allowed(), Math::min);
    }

    void learnLongestRange(long nanos) {
        longestRangeNanos.accumulateAndGet(nanos, Math::min);
    }
}
