package dev.monsh.adapter.ssh;

import dev.monsh.edit.Bytes;

/** What a remote command left behind. */
record ExecOutput(int status, Bytes out, Bytes err) {

    String outText() {
        return out.text();
    }

    String errText() {
        return err.text().strip();
    }
}
