package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.Certificates;
import dev.monsh.testing.gateway.LabFiles;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ports of a real nginx that speak TLS, with a certificate that signs itself: they are asked as their clients ask them. */
class GatewayTlsIT extends GatewayConsoleCase {

    private static final String PLAIN = "location / {\n        proxy_pass";

    private String tls = "";

    @BeforeAll
    void makeCertificate() throws Exception {
        Certificates certificate = Certificates.selfSigned(lab.root(), "site", "SAN=dns:elsewhere.example");
        LabFiles.run(List.of("chmod", "644", certificate.key().toString()));
        tls = "\n    ssl_certificate " + certificate.pem() + ";\n    ssl_certificate_key " + certificate.key() + ";";
    }

    @BeforeEach
    void encrypted() {
        before = encrypted(odk) + "\n" + block("Loki", odkLoki, 3100);
        lab.nginx().force(before);
    }

    private String encrypted(int port) {
        return block("Prometheus", port, 9090).replace("listen " + port + ";", "listen " + port + " ssl;" + tls);
    }

    @Test
    void a_hardened_port_is_asked_over_tls_whoever_signed_its_certificate() {
        Run run = gateway("harden", "--yes");

        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("127.0.0.1 answers on " + odk + " and " + odkLoki);
        Run check = gateway("check", "-o", "tsv");
        assertThat(check.code()).as("%s", check).isEqualTo(ExitCode.DONE);
        assertThat(check.out()).contains("port " + odk + " public\t").contains("127.0.0.1 answers 200");
    }

    /** The second address of the port leads elsewhere, so that no look at the mapping's own server shows what is open. */
    @Test
    void a_write_that_gets_through_on_a_port_with_tls_is_found_and_the_change_reverted() {
        String open = "server {\n    listen 127.0.0.1:" + odk + " ssl;" + tls + "\n    server_name 127.0.0.1;\n    "
                + PLAIN + " http://" + box.address() + ":9090;\n    }\n}\n";
        lab.nginx().force(before.replace("listen " + odk + " ssl", "listen *:" + odk + " ssl"));
        LabFiles.write(lab.root().resolve("small/open.conf"), "", "rw-r--r--");
        lab.inside("cat > " + lab.root().resolve("small/open.conf") + " <<'X'\n" + open + "X");
        lab.nginx().force(live());
        String untouched = live();
        try {
            Run run = gateway("harden", "--yes");

            assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
            assertThat(run.err())
                    .contains("port " + odk + ": a remote write gets the answer ")
                    .contains("the change was reverted");
            assertThat(live()).isEqualTo(untouched);
        } finally {
            lab.inside("rm -f " + lab.root().resolve("small/open.conf"));
            lab.nginx().force(before);
        }
    }

    @Test
    void a_port_that_harden_itself_encrypts_is_asked_over_tls() {
        lab.nginx().force(block("Prometheus", odk, 9090) + "\n" + block("Loki", odkLoki, 3100));
        Run run = gateway(
                "harden",
                "--yes",
                "--tls-certificate",
                lab.root().resolve("site.pem").toString(),
                "--tls-key",
                lab.root().resolve("site.key").toString());

        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("127.0.0.1 answers on " + odk + " and " + odkLoki);
    }
}
