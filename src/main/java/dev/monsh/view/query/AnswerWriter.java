package dev.monsh.view.query;

/** Writes one answer in one form, as it comes: sample by sample, or as the data object that the API sent. */
public sealed interface AnswerWriter extends AutoCloseable permits SampleWriter, DataObjectWriter {

    /** Writes what had to wait for the end of the answer; an answer that broke off is not finished. */
    void finish();

    /** Frees what held the answer back. */
    @Override
    void close();
}
