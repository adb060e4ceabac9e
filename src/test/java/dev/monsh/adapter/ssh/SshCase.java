package dev.monsh.adapter.ssh;

import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.SecretValue;
import dev.monsh.edit.Bytes;
import dev.monsh.gateway.host.Privilege;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.RemoteRun;
import dev.monsh.gateway.host.ScriptResult;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What the tests of SSH against a real sshd share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SshCase {

    public GatewayLab lab;

    @BeforeAll
    public void startLab() {
        lab = GatewayLab.start();
    }

    @AfterAll
    public void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    /** A person at a terminal, with answers in hand. */
    public static final class Person implements SecretPrompt {

        public final List<String> questions = new ArrayList<>();
        private final Deque<String> answers = new ArrayDeque<>();

        public Person(String... answers) {
            this.answers.addAll(List.of(answers));
        }

        @Override
        public Optional<SecretValue> ask(String question) {
            questions.add(question);
            return Optional.ofNullable(answers.poll()).map(answer -> new SecretValue(answer.toCharArray()));
        }
    }

    public RemoteHost connect(SshSurroundings surroundings, String user, SecretPrompt prompt) {
        return new SshConnector(surroundings, prompt).connect(lab.settings(user));
    }

    public RemoteHost connectTo(SshSurroundings surroundings, String host) {
        return new SshConnector(surroundings, SecretPrompt.NOBODY)
                .connect(new GatewaySettings(
                        host, Optional.empty(), Optional.empty(), Optional.empty(), "/none", Optional.empty()));
    }

    /** Returns a machine with an SSH configuration of its own: these lines. */
    public SshSurroundings configured(String name, String lines) {
        Path file = LabFiles.write(
                lab.root().resolve(name),
                "Host *\n" + lines.indent(4) + "    GlobalKnownHostsFile none\n    IdentityAgent none\n",
                "rw-r--r--");
        return new SshSurroundings(
                Map.of(), lab.root().resolve("home"), "nobody", Optional.of(lab.program("ssh")), Optional.of(file));
    }

    public static ScriptResult run(RemoteHost host, Privilege privilege, String script, String... arguments) {
        return run(host, privilege, script, Duration.ofSeconds(30), arguments);
    }

    public static ScriptResult run(
            RemoteHost host, Privilege privilege, String script, Duration limit, String... arguments) {
        String folder = host.upload(Map.of("script", Bytes.of(script)));
        return host.run(new RemoteRun(privilege, folder + "/script", List.of(arguments), limit, true));
    }
}
