package dev.monsh.adapter.ssh;

import java.nio.charset.StandardCharsets;

/** What a remote command left behind. */
record ExecOutput(int status, byte[] out, byte[] err) {

    String outText() {
        return new String(out, StandardCharsets.UTF_8);
    }

    String errText() {
        return new String(err, StandardCharsets.UTF_8).strip();
    }
}
