package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.shell.Elevation;
import dev.monsh.adapter.ssh.shell.ExecOutput;
import dev.monsh.adapter.ssh.shell.RemoteShell;
import dev.monsh.adapter.ssh.shell.ShellWord;
import dev.monsh.adapter.ssh.shell.SudoProbe;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.host.Privilege;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.RemoteRun;
import dev.monsh.gateway.host.ScriptResult;
import dev.monsh.gateway.host.SecretPrompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.schmizz.sshj.SSHClient;

/** A host over SSH. Needs a POSIX {@code sh} there, and no SFTP. */
final class SshHost implements RemoteHost {

    /** What was left behind by connections that broke hours ago goes; then come who logged in, and a folder of our own. */
    private static final String OPENING = "umask 077; t=${TMPDIR:-/tmp};"
            + " find \"$t\" -maxdepth 1 -type d -name \"monsh.??????????\" -user \"$(id -un)\" -mmin +600"
            + " -exec rm -rf {} + 2>/dev/null;"
            + " d=$(mktemp -d \"$t/monsh.XXXXXXXXXX\") && printf \"monsh %s %s\\n\" \"$(id -u)\" \"$d\"";

    private static final Pattern OPENED = Pattern.compile("(?m)^monsh (\\d+) (/\\S+)$");
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final byte[] NOTHING = new byte[0];
    private static final int ENDED_BY_TIMEOUT = 124;

    private final String name;
    private final String address;
    private final SSHClient client;
    private final RemoteShell shell;
    private final Runnable disconnect;
    private final SudoProbe sudo;
    private final boolean root;
    private final String folder;
    private Optional<Elevation> elevation = Optional.empty();

    private SshHost(
            String name,
            String address,
            SSHClient client,
            RemoteShell shell,
            Runnable disconnect,
            SudoProbe sudo,
            boolean root,
            String folder) {
        this.name = name;
        this.address = address;
        this.client = client;
        this.shell = shell;
        this.disconnect = disconnect;
        this.sudo = sudo;
        this.root = root;
        this.folder = folder;
    }

    /** Makes the private folder over a connection that is logged in. */
    static SshHost open(SshHop hop, SSHClient client, Runnable disconnect, SecretPrompt prompt) {
        String name = hop.name();
        RemoteShell shell = new RemoteShell(client, name);
        ExecOutput output = shell.exec("/bin/sh -c " + ShellWord.quoted(OPENING), NOTHING, SHORT);
        Matcher opened = OPENED.matcher(output.outText());
        if (output.status() != 0 || !opened.find()) {
            throw new UnreachableException(
                    "ssh " + name,
                    "no folder can be made there: " + output.errText()
                            + output.outText().strip());
        }
        boolean root = opened.group(1).equals("0");
        return new SshHost(
                name, hop.host(), client, shell, disconnect, new SudoProbe(shell, name, prompt), root, opened.group(2));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String upload(Map<String, Bytes> files) {
        files.forEach((file, bytes) -> {
            String path = ShellWord.quoted(folder + "/" + file);
            ExecOutput output = shell.exec(
                    "/bin/sh -c 'umask 077 && cat > \"$1\"' sh " + path, bytes.toArray(), Duration.ofMinutes(2));
            if (output.status() != 0) {
                throw new UnreachableException(
                        "upload to " + name, "it did not arrive: " + output.errText() + "; nothing was changed");
            }
        });
        return folder;
    }

    @Override
    public ScriptResult run(RemoteRun run) {
        Elevation way = run.privilege() == Privilege.ROOT ? elevation() : new Elevation.Root();
        List<String> words = new ArrayList<>(prefix(way));
        if (run.ending()) {
            words.addAll(
                    List.of("timeout", "-k", "5", String.valueOf(run.limit().toSeconds())));
        }
        words.addAll(List.of("/bin/sh", run.script()));
        words.addAll(run.arguments());
        byte[] input = way instanceof Elevation.Password(var password) ? SudoProbe.line(password) : NOTHING;
        ExecOutput output = shell.exec(ShellWord.line(words), input, run.limit().plusSeconds(10));
        if (!(way instanceof Elevation.Root) && SudoProbe.isRefusal(output)) {
            throw sudo.refused(output);
        }
        if (run.ending() && output.status() == ENDED_BY_TIMEOUT) {
            throw new TimedOutException(
                    "ssh " + name,
                    "the script there took longer than " + run.limit().toSeconds() + " s");
        }
        return new ScriptResult(output.status(), output.out(), output.err());
    }

    private static List<String> prefix(Elevation way) {
        return switch (way) {
            case Elevation.Root() -> List.of();
            case Elevation.Free() -> List.of("env", "LC_ALL=C", "sudo", "-n", "--");
            case Elevation.Password _ -> List.of("env", "LC_ALL=C", "sudo", "-k", "-S", "-p", "", "--");
        };
    }

    private Elevation elevation() {
        Elevation found = elevation.orElseGet(() -> root ? new Elevation.Root() : sudo.find());
        elevation = Optional.of(found);
        return found;
    }

    @Override
    public PortProbe probe() {
        return new ChannelPortProbe(client);
    }

    @Override
    public void close() {
        try {
            shell.exec("rm -rf " + ShellWord.quoted(folder), NOTHING, SHORT);
        } catch (MonshException e) {
            // the connection is gone; the next one to this host clears up
        } finally {
            disconnect.run();
        }
    }
}
