package dev.monsh.adapter.ssh;

import dev.monsh.gateway.host.PortProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** Asks ports from the host at the other end of a connection, through a channel of it: no program is needed there. */
final class ChannelPortProbe implements PortProbe {

    private static final int SECONDS = 6;

    private final SSHClient client;

    ChannelPortProbe(SSHClient client) {
        this.client = client;
    }

    @Override
    public Answer ask(String host, int port, Question question) {
        if (question.encrypted()) {
            return new Answer.Unasked("a port that speaks TLS can only be asked from here");
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("ssh channel").start(() -> answer.complete(exchange(host, port, question)));
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Answer.Silent("no answer within " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("interrupted");
        } catch (ExecutionException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }

    private Answer exchange(String host, int port, Question question) {
        try (DirectConnection channel = client.newDirectConnection(host, port)) {
            channel.getOutputStream().write(question.text(host, port).getBytes(StandardCharsets.US_ASCII));
            channel.getOutputStream().flush();
            return Answer.read(question.request(), channel.getInputStream());
        } catch (OpenFailException e) {
            return e.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED
                    ? new Answer.Unasked("the SSH server there does not allow forwarding, so it can't be asked")
                    : new Answer.Silent("it can't be reached from there: " + e.getMessage());
        } catch (IOException | IllegalStateException e) {
            return new Answer.Silent("the connection broke: " + e.getMessage());
        }
    }
}
