package dev.monsh.logs.tail;

import dev.monsh.logs.LogSource;
import dev.monsh.logs.read.ReadSettings;
import java.util.random.RandomGenerator;

/**
 * What a tail works with.
 *
 * @param source where lines are followed
 * @param queries the same server, asked for what a connection missed; it gives up soon
 * @param reading how gaps are read
 * @param random for the jitter of its pauses
 */
record TailParts(
        LogSource source,
        LogSource queries,
        TailSettings settings,
        ReadSettings reading,
        Timeline timeline,
        RandomGenerator random) {}
