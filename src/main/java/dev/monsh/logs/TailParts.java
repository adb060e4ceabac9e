package dev.monsh.logs;

import java.util.random.RandomGenerator;

/**
 * What a tail works with.
 *
 * @param reading how gaps are read
 * @param random for the jitter of its pauses
 */
record TailParts(
        LogSource source, TailSettings settings, ReadSettings reading, Timeline timeline, RandomGenerator random) {}
