package dev.monsh.adapter.ssh.login;

import dev.monsh.edit.Bytes;
import java.io.IOException;
import net.schmizz.sshj.common.Buffer;

/**
 * A key that an agent holds.
 *
 * @param blob the public key, or its certificate, as SSH carries it
 * @param comment what its owner calls it
 */
record AgentIdentity(Bytes blob, String comment) {

    /** Returns its type, the first word of the blob. */
    String type() throws IOException {
        return new Buffer.PlainBuffer(blob.toArray()).readString();
    }
}
