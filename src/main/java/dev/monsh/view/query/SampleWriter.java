package dev.monsh.view.query;

import dev.monsh.metrics.ResultHandler;

/** Writes an answer that is handed to it sample by sample. */
public non-sealed interface SampleWriter extends AnswerWriter, ResultHandler {

    @Override
    default void finish() {}

    @Override
    default void close() {}
}
