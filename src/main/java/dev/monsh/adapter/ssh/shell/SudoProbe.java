package dev.monsh.adapter.ssh.shell;

import dev.monsh.box.SecretValue;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.host.SecretPrompt;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what sudo asks for before anything is run with it. A password is never given to a sudo that has not asked: it
 * would run into the command's input.
 */
public final class SudoProbe {

    private static final int TRIES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] NOTHING = new byte[0];

    private final RemoteShell shell;
    private final String hostName;
    private final SecretPrompt prompt;

    public SudoProbe(RemoteShell shell, String hostName, SecretPrompt prompt) {
        this.shell = shell;
        this.hostName = hostName;
        this.prompt = prompt;
    }

    /**
     * Returns the way to root's rights.
     *
     * @throws RefusedException where there is none, with the reason
     */
    public Elevation find() {
        ExecOutput output = shell.exec("env LC_ALL=C sudo -n -- true", NOTHING, LIMIT);
        if (output.status() == 0) {
            return new Elevation.Free();
        }
        if (output.errText().contains("password is required")) {
            return byPassword();
        }
        throw refused(output);
    }

    private Elevation byPassword() {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<SecretValue> password = prompt.ask("password for sudo on " + hostName + ": ");
            if (password.isEmpty()) {
                throw new RefusedException(
                        "sudo on " + hostName, "it needs a password, which monsh can only ask for on a terminal");
            }
            ExecOutput output = shell.exec("env LC_ALL=C sudo -k -S -p '' -- true", line(password.get()), LIMIT);
            if (output.status() == 0) {
                return new Elevation.Password(password.get());
            }
            if (!isWrongPassword(output.errText())) {
                throw refused(output);
            }
        }
        throw new RefusedException("sudo on " + hostName, "the password is wrong");
    }

    private static boolean isWrongPassword(String complaint) {
        return complaint.contains("incorrect password") || complaint.contains("no password was provided");
    }

    /** Returns a password as sudo reads it: one line. */
    public static byte[] line(SecretValue password) {
        char[] chars = password.chars();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] line = new byte[encoded.remaining() + 1];
        encoded.get(line, 0, line.length - 1);
        line[line.length - 1] = '\n';
        Arrays.fill(chars, '\0');
        encoded.clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return line;
    }

    /** Says why sudo refuses. */
    public RefusedException refused(ExecOutput output) {
        String complaint = output.errText();
        String what = "sudo on " + hostName;
        if (complaint.contains("must have a tty")) {
            return new RefusedException(
                    what,
                    "it requires a terminal (requiretty), which monsh does not provide",
                    "sudo visudo   # add: Defaults:" + hostName.replaceAll("@.*", "") + " !requiretty");
        }
        if (output.status() == 127) {
            return new RefusedException(what, "it is not installed there, and you are not logged in as root");
        }
        return new RefusedException(what, complaint.isEmpty() ? "it refuses" : complaint);
    }

    /** Tells whether a command did not run because sudo refused it, rather than failed by itself. */
    public static boolean isRefusal(ExecOutput output) {
        return output.status() == 1
                && output.out().size() == 0
                && output.errText()
                        .lines()
                        .anyMatch(line -> line.startsWith("sudo: ") || line.startsWith("Sorry, user"));
    }
}
