package dev.monsh.view.query;

import dev.monsh.terminal.Output;
import java.io.OutputStream;

/** Writes the API's {@code data} object byte for byte, so that its numbers stay the texts that came, and a line end. */
public final class DataObjectWriter implements AnswerWriter {

    private final Output out;

    DataObjectWriter(Output out) {
        this.out = out;
    }

    /** Returns where the object goes. */
    public OutputStream stream() {
        return out.asStream();
    }

    @Override
    public void finish() {
        out.write('\n');
    }

    @Override
    public void close() {}
}
