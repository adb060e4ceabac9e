package dev.monsh.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.monsh.box.TailnetAddress;
import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.audit.GatewayAudit;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.map.MappingEditor;
import dev.monsh.gateway.map.NewMapping;
import dev.monsh.testing.NginxCorpus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationDumpTest {

    private static final String MAIN = "events {}\nhttp {\n    proxy_read_timeout 1h;\n    include sites-enabled/*;\n"
            + "    include conf.d/*.conf;\n}\nstream {\n    include /etc/nginx/stream.d/*;\n}\n";

    private static final String LINK = "/etc/nginx/sites-enabled/monitoring-proxy";

    private static GatewaySite site(String path, String... filesAndTexts) {
        StringBuilder dump = new StringBuilder("nginx: the configuration file is ok\n");
        dump.append("# configuration file /etc/nginx/nginx.conf:\n")
                .append(MAIN)
                .append('\n');
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            dump.append("# configuration file ").append(filesAndTexts[i]).append(":\n");
            dump.append(filesAndTexts[i + 1]).append('\n');
        }
        return new ConfigurationDump(dump.toString().getBytes(StandardCharsets.UTF_8))
                .site(path, path, NginxCorpus.MANUAL.getBytes(StandardCharsets.UTF_8), Sites.BOXES, Optional.empty());
    }

    @Test
    void the_site_is_found_behind_its_link_and_the_other_files_stand_around_it() {
        GatewaySite site = site("/etc/nginx/sites-available/monitoring-proxy", LINK, NginxCorpus.MANUAL);

        assertThat(site.file().name()).isEqualTo(LINK);
        assertThat(site.rest()).extracting(file -> file.name()).containsExactly("/etc/nginx/nginx.conf");
        assertThat(Sites.text(site.rest().getFirst())).isEqualTo(MAIN);
        assertThat(site.mappings()).hasSize(2);
    }

    @Test
    void the_site_is_found_by_its_name() {
        assertThat(site(LINK, LINK, "# changed meanwhile\n").rest()).hasSize(1);
    }

    @Test
    void the_mappings_of_all_files_are_listed_and_their_ports_are_used() {
        GatewaySite site = site(
                LINK,
                LINK,
                NginxCorpus.MANUAL,
                "/etc/nginx/conf.d/b.conf",
                "server { listen 9091; location / { proxy_pass http://100.64.0.8:9090; } }",
                "/etc/nginx/stream.d/s",
                "server { listen 9092; proxy_pass a; }\nupstream a { server 100.64.0.8:3100; }");

        assertThat(site.mappings())
                .extracting(PortMapping::publicPort, PortMapping::protocol, PortMapping::file)
                .containsExactly(
                        tuple(9090, Protocol.HTTP, LINK),
                        tuple(3100, Protocol.HTTP, LINK),
                        tuple(9091, Protocol.HTTP, "/etc/nginx/conf.d/b.conf"),
                        tuple(9092, Protocol.STREAM, "/etc/nginx/stream.d/s"));
        assertThat(new MappingEditor(site)
                        .add(new NewMapping(
                                "b", TailnetAddress.parse("ip", "100.64.0.9"), Optional.empty(), Optional.empty()))
                        .ports())
                .containsExactly(9093, 3103);
    }

    @Test
    void settings_are_inherited_from_the_block_that_includes_the_file() {
        GatewaySite site = site(LINK, LINK, NginxCorpus.MANUAL);

        assertThat(GatewayAudit.findings(site)).extracting(AuditFinding::check).doesNotContain("read-timeout");
        assertThat(GatewayAudit.findings(Sites.of(NginxCorpus.MANUAL)))
                .extracting(AuditFinding::check)
                .contains("read-timeout");
        assertThat(Sites.text(Hardening.of(site, HardenOptions.NONE)))
                .contains("proxy_http_version 1.1;")
                .doesNotContain("proxy_read_timeout");
    }

    @Test
    void the_ports_that_nginx_must_own_are_those_of_the_edited_file() {
        assertThat(site(LINK, LINK, NginxCorpus.MANUAL).listens())
                .containsExactly(new ListenAddress("", 9090), new ListenAddress("", 3100));
    }
}
