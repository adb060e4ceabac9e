package dev.monsh.adapter.ssh.login;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Logs in with a key that an agent holds (RFC 4252, 7): asks whether the key would do, then has the agent sign. */
final class AgentAuth extends AbstractAuthMethod {

    private static final int RSA_SHA2_512 = 4;

    private final AgentClient agent;
    private final AgentIdentity identity;

    AgentAuth(AgentClient agent, AgentIdentity identity) {
        super("publickey");
        this.agent = agent;
        this.identity = identity;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            request.putBytes(agent.sign(identity, signed, isRsa() ? RSA_SHA2_512 : 0));
        } catch (IOException e) {
            throw new UserAuthException("the SSH agent did not sign with " + identity.comment(), e);
        }
        params.getTransport().write(request);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        try {
            return super.buildReq()
                    .putBoolean(signed)
                    .putString(isRsa() ? identity.type().replace("ssh-rsa", "rsa-sha2-512") : identity.type())
                    .putBytes(identity.blob().toArray());
        } catch (IOException e) {
            throw new UserAuthException("the SSH agent holds a key that can't be read", e);
        }
    }

    private boolean isRsa() throws UserAuthException {
        try {
            return identity.type().startsWith("ssh-rsa");
        } catch (IOException e) {
            throw new UserAuthException("the SSH agent holds a key that can't be read", e);
        }
    }
}
