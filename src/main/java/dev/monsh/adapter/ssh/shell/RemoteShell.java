package dev.monsh.adapter.ssh.shell;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/** Runs one command line at a time over a connection. */
public final class RemoteShell {

    /** Nothing that our scripts say is longer; what runs on is not ours. */
    private static final int LONGEST_OUTPUT = 64 * 1024 * 1024;

    private static final int LAST_WORDS_SECONDS = 10;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("ssh stream").start(task);

    private final SSHClient client;
    private final String what;

    public RemoteShell(SSHClient client, String hostName) {
        this.client = client;
        this.what = "ssh " + hostName;
    }

    /**
     * Runs a command line to its end. Both outputs are read all along: a command whose output nobody takes stands still after
     * two mebibytes. What the login's own scripts print first is not part of the answer.
     *
     * @throws UnreachableException where the connection breaks, or the login runs something else than the command line
     * @throws TimedOutException after the limit; the connection is closed then, since the command may go on
     * @throws RejectedException where a signal ended the command
     */
    public ExecOutput exec(String commandLine, byte[] input, Duration limit) {
        try {
            Session session = client.startSession();
            String mark = "monsh-"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            // printf and a semicolon are the same to every login shell
            Session.Command command = session.exec("printf '%s\\n' " + mark + "; " + commandLine);
            CompletableFuture<byte[]> out = drained(command.getInputStream());
            CompletableFuture<byte[]> err = drained(command.getErrorStream());
            THREADS.execute(() -> feed(command.getOutputStream(), input));
            byte[] said = out.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            byte[] complained = err.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            command.join(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            int status = status(command);
            return new ExecOutput(status, Bytes.of(behind(mark, said, complained)), Bytes.of(complained));
        } catch (IOException | IllegalStateException e) {
            // the latter is how sshj says that the connection is not there any more
            throw broken(e);
        } catch (ExecutionException e) {
            throw broken(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            disconnect();
            throw new TimedOutException(what, "no end within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            disconnect();
            Thread.currentThread().interrupt();
            throw new UnreachableException(what, "interrupted", null, e);
        }
    }

    /** Returns what follows the mark. */
    private byte[] behind(String mark, byte[] said, byte[] complained) {
        int at = new String(said, StandardCharsets.ISO_8859_1).indexOf(mark + "\n");
        if (at < 0) {
            String words =
                    (new String(complained, StandardCharsets.UTF_8) + new String(said, StandardCharsets.UTF_8)).strip();
            throw new UnreachableException(
                    what,
                    "the login there does not run the command that it is given"
                            + (words.isEmpty()
                                    ? ""
                                    : "; it says: " + words.lines().findFirst().orElse(""))
                            + "; let its startup scripts, such as ~/.bashrc, start another shell or program only where"
                            + " the shell is interactive",
                    what + " true");
        }
        return Arrays.copyOfRange(said, at + mark.length() + 1, said.length);
    }

    /** A command that a signal ended has no status. */
    private int status(Session.Command command) {
        Integer status = command.getExitStatus();
        if (status != null) {
            return status;
        }
        if (command.getExitSignal() != null) {
            throw new RejectedException(what, "the command there was ended by SIG" + command.getExitSignal());
        }
        throw new UnreachableException(what, "the connection broke before the command ended");
    }

    private UnreachableException broken(Throwable cause) {
        String why = cause.getMessage();
        return new UnreachableException(what, "the connection broke" + (why == null ? "" : ": " + why), null, cause);
    }

    private void disconnect() {
        try {
            client.disconnect();
        } catch (IOException e) {
            // it is gone already
        }
    }

    private static CompletableFuture<byte[]> drained(InputStream in) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        byte[] bytes = in.readNBytes(LONGEST_OUTPUT);
                        in.skip(Long.MAX_VALUE);
                        return bytes;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    private static void feed(OutputStream stdin, byte[] input) {
        try (stdin) {
            stdin.write(input);
        } catch (IOException e) {
            // a command that ends without reading all of its input says by its status what that means
        }
    }
}
