package dev.monsh.adapter.ssh.login;

import dev.monsh.edit.Bytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.schmizz.sshj.common.Buffer;

/** Talks to an SSH agent over its Unix socket (draft-ietf-sshm-ssh-agent). The private keys never leave it. */
final class AgentClient {

    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;

    /** The longest answer that OpenSSH's own agent gives. */
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final Path socket;
    private Duration left;

    /** Takes how long it may take for all of its answers together: one that hangs does so for each key. */
    AgentClient(Path socket, Duration limit) {
        this.socket = socket;
        this.left = limit;
    }

    /** Returns the keys that it holds. */
    List<AgentIdentity> identities() throws IOException {
        Buffer.PlainBuffer answer = ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER);
        int count = answer.readUInt32AsInt();
        List<AgentIdentity> identities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            identities.add(new AgentIdentity(Bytes.of(answer.readBytes()), answer.readString()));
        }
        return identities;
    }

    /**
     * Has it sign.
     *
     * @param flags 2 for rsa-sha2-256, 4 for rsa-sha2-512, else 0
     * @return the signature as SSH carries it: its algorithm and its bytes
     */
    byte[] sign(AgentIdentity identity, byte[] data, int flags) throws IOException {
        byte[] request = new Buffer.PlainBuffer()
                .putByte((byte) SIGN_REQUEST)
                .putBytes(identity.blob().toArray())
                .putBytes(data)
                .putUInt32(flags)
                .getCompactData();
        return ask(request, SIGN_RESPONSE).readBytes();
    }

    private Buffer.PlainBuffer ask(byte[] request, int expected) throws IOException {
        AtomicReference<Buffer.PlainBuffer> answer = new AtomicReference<>();
        long start = System.nanoTime();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Deadline.within(left, channel::close, () -> answer.set(exchange(channel, request, expected)));
        } finally {
            Duration rest = left.minusNanos(System.nanoTime() - start);
            left = rest.isNegative() ? Duration.ZERO : rest;
        }
        return answer.get();
    }

    private Buffer.PlainBuffer exchange(SocketChannel channel, byte[] request, int expected) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + request.length)
                .putInt(request.length)
                .put(request)
                .flip();
        while (message.hasRemaining()) {
            channel.write(message);
        }
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        int length = in.readInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("the SSH agent answers with " + length + " bytes");
        }
        byte[] answer = new byte[length];
        in.readFully(answer);
        Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(answer);
        if (buffer.readByte() != expected) {
            throw new IOException("the SSH agent refuses");
        }
        return buffer;
    }
}
