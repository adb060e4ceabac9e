package dev.monsh.adapter.ssh.shell;

import dev.monsh.edit.Bytes;

/** What a remote command left behind. */
public record ExecOutput(int status, Bytes out, Bytes err) {

    public String outText() {
        return out.text();
    }

    public String errText() {
        return err.text().strip();
    }
}
