package dev.monsh.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.adapter.host.HttpPortProbe;
import dev.monsh.adapter.ssh.SshConnector;
import dev.monsh.cli.CallParser;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.ParsedCall;
import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.gateway.transaction.ChangePlan;
import dev.monsh.gateway.transaction.GatewayFile;
import dev.monsh.gateway.transaction.GatewayTransaction;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeSession;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The commands of the gateway's machine, on a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayHostCommandsIT {

    private GatewayLab lab;
    private CapturedConsole console;
    private int port;
    private int box;
    private String before;

    @BeforeAll
    void startLab() {
        lab = GatewayLab.start();
    }

    @AfterAll
    void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void freshSite() {
        console = CapturedConsole.piped();
        port = lab.ports().free();
        box = lab.ports().free();
        before = "server { listen 127.0.0.1:" + box + "; return 200; }\n"
                + "# Loki\nserver { listen 127.0.0.1:" + port + "; location /loki/api/v1/push { return 403; }"
                + " location / { proxy_pass http://127.0.0.1:" + box + "; } }\n";
        lab.nginx().force(before);
    }

    private GatewayLink open(GlobalOptions options) {
        RemoteHost host =
                new SshConnector(lab.surroundings(), SecretPrompt.NOBODY).connect(lab.settings(LabUsers.FREE));
        return new GatewayLink(host, new GatewayTransaction(host, lab.instance()), lab.settings(LabUsers.FREE));
    }

    private ExitCode run(String line) throws Exception {
        CommandTree tree = new CommandTree(new GatewayHostCommands(this::open, HttpPortProbe::new)
                .define(FakeSession.on(console))
                .toList());
        ParsedCall call = new CallParser(tree).parse(line);
        return tree.run(tree.find(call.path()).orElseThrow(), call, new PrintWriter(Writer.nullWriter()));
    }

    private void change(String text) {
        try (GatewayLink link = open(GlobalOptions.NONE)) {
            GatewayFile file = link.transaction().read(link.path()).file();
            link.transaction().apply(ChangePlan.of(file, Bytes.of(text), List.of(), "map add aibox-2"));
        }
    }

    @Test
    void rollbackShowsTheDifferenceAndPutsBackTheFileUntilItIsRolledBackItself() throws Exception {
        String after = before + "# aibox-2\n";
        change(after);

        assertThat(run("gateway rollback --dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("\n-# aibox-2\n");
        assertThat(lab.nginx().site()).hasContent(after);

        assertThat(run("gateway rollback --yes")).isEqualTo(ExitCode.DONE);
        assertThat(lab.nginx().site()).hasContent(before);
        assertThat(console.err()).contains("nginx runs with it; this is change ");

        assertThat(run("gateway rollback --yes")).isEqualTo(ExitCode.DONE);
        assertThat(lab.nginx().site()).hasContent(after);
    }

    @Test
    void rollbackAsksAndRefusesWhereNobodyIsThere() {
        change(before + "# aibox-2\n");
        assertThat(catchThrowableOfType(UsageException.class, () -> run("gateway rollback")))
                .hasMessageContaining("can't ask without a terminal: add --yes");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> run("gateway rollback 9999 --yes")))
                .hasMessageContaining("the journal has no such change");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> run("gateway rollback ../../x --yes")))
                .hasMessageContaining("the journal has no such change");
    }

    @Test
    void historyListsChangesAndWhatCameOfThem() throws Exception {
        change(before + "# aibox-2\n");
        assertThat(run("gateway history --limit 1")).isEqualTo(ExitCode.DONE);
        assertThat(console.out())
                .matches("\\d+\t\\d{4}-\\d\\d-\\d\\dT\\S+Z\t" + LabUsers.FREE + "\tapplied\tmap add aibox-2\t\n");
    }

    @Test
    void diffComparesALocalFileWithTheGateways() throws Exception {
        Path same = LabFiles.write(lab.root().resolve("same"), before, "rw-r--r--");
        assertThat(run("gateway diff " + same)).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEmpty();

        Path other = LabFiles.write(lab.root().resolve("other"), before + "# more\n", "rw-r--r--");
        assertThat(run("gateway diff " + other)).isEqualTo(ExitCode.NO);
        assertThat(console.out()).contains("+++ " + other + "\n").contains("\n+# more\n");
    }

    @Test
    void checkNamesEveryHopAndFindsLiveTailBlocked() throws Exception {
        assertThat(run("gateway check")).isEqualTo(ExitCode.NO);
        String mapping = "port " + port;
        assertThat(console.out().lines())
                .anyMatch(line -> line.startsWith("ssh\tgood\t" + LabUsers.FREE + "@127.0.0.1"))
                .contains("configuration\tgood\tvalid")
                .contains("loaded\tgood\tnginx includes the file")
                .contains("workers\tgood\t2")
                .contains(mapping + " owned\tgood\tnginx listens")
                .contains(mapping + " target\tgood\t127.0.0.1:" + box + " answers 200")
                .contains(mapping + " public\tgood\t127.0.0.1 answers 200")
                .contains(mapping + " live tail\tbad\tan upgrade answers 200")
                .contains(mapping + " write refused\tbad\tGET /ingester/prepare_shutdown gets the answer 200,"
                        + " which does not come from nginx");
    }

    @Test
    void checkSaysWhichHopIsBroken() throws Exception {
        int nobody = lab.ports().free();
        lab.nginx()
                .force(before.replace("proxy_pass http://127.0.0.1:" + box, "proxy_pass http://127.0.0.1:" + nobody));
        box = nobody;
        assertThat(run("gateway check")).isEqualTo(ExitCode.NO);
        assertThat(console.out())
                .contains("port " + port + " target\tbad\t127.0.0.1:" + nobody + " it can't be reached from there")
                .contains("port " + port + " public\tbad\t127.0.0.1 answers 502");

        LabFiles.write(lab.nginx().site(), "server {\n", "rw-r--r--");
        console = CapturedConsole.piped();
        assertThat(run("gateway check")).isEqualTo(ExitCode.NO);
        assertThat(console.out()).contains("configuration\tbad\t[emerg] unexpected end of file");
    }
}
