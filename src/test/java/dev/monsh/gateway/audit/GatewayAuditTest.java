package dev.monsh.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Risk;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.NginxTime;
import dev.monsh.gateway.site.Sites;
import dev.monsh.testing.NginxCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAuditTest {

    private static List<String> checks(GatewaySite site) {
        return GatewayAudit.findings(site).stream()
                .map(each -> each.severity().word() + " " + each.check() + " " + each.port())
                .toList();
    }

    @Test
    void the_manuals_blocks_let_everybody_write() {
        List<AuditFinding> findings = GatewayAudit.findings(Sites.of(NginxCorpus.MANUAL));

        assertThat(findings).first().satisfies(first -> {
            assertThat(first.severity()).isEqualTo(Risk.HIGH);
            assertThat(first.evidence()).contains("/api/v1/admin/tsdb/delete_series", "100.64.0.7:9090");
            assertThat(first.line()).isEqualTo(2);
        });
        assertThat(checks(Sites.of(NginxCorpus.MANUAL)))
                .contains(
                        "high writes 9090",
                        "high writes 3100",
                        "high no-authentication 9090",
                        "medium no-live-tail 3100",
                        "medium http-1.0 9090",
                        "low read-timeout 9090",
                        "low connect-timeout 9090",
                        "low any-host 9090",
                        "low clear-text 9090",
                        "low no-rate-limit 9090")
                .doesNotContain("medium no-live-tail 9090");
    }

    @Test
    void what_monsh_adds_and_hardens_has_no_grave_finding() {
        GatewaySite site = Sites.of(NginxCorpus.MANUAL);
        MappingChange hardened = Hardening.of(site, HardenOptions.NONE);

        assertThat(GatewayAudit.findings(site.with(hardened.after())))
                .extracting(AuditFinding::check)
                .containsOnly("no-authentication", "clear-text", "no-rate-limit");
    }

    @Test
    void a_fully_hardened_gateway_lacks_a_limit_of_rates_only() {
        GatewaySite site = Sites.of(NginxCorpus.MANUAL);
        HardenOptions options = new HardenOptions(
                java.util.Optional.of("/etc/nginx/monsh.htpasswd"),
                List.of("203.0.113.0/24"),
                java.util.Optional.of(new HardenOptions.Tls("/etc/nginx/c.pem", "/etc/nginx/k.pem")));

        MappingChange once = Hardening.of(site, options);

        assertThat(GatewayAudit.findings(site.with(once.after())))
                .extracting(AuditFinding::check)
                .containsOnly("no-rate-limit");
        assertThat(Hardening.of(site.with(once.after()), options).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server { listen 1; server_name a; } server { listen 1; server_name b a; }      | high name-clash 1
            server { listen 1; } server { listen 1; }                                      | high name-clash 1
            server { listen *:1; server_name a; } server { listen 1; server_name a; }      | high name-clash 1
            http { server { listen 1; } } stream { server { listen 1; proxy_pass a:1; } }  | high port-clash 1
            server { listen 1; location / { proxy_pass http://box:9090; } }                | medium name 1
            server { listen 1; location / { proxy_pass http://10.0.0.1:9090; } }           | medium outside-tailnet 1
            server { listen 203.0.113.5:1; }                                               | high public-listen 1
            stream { server { listen 1; proxy_pass 100.64.0.7:3100; } }                    | high writes 1
            server { listen 1; auth_basic a; location / { proxy_pass http://100.64.0.7:3100; } } | low password-forwarded 1
            server { listen 1; auth_basic a; location / { proxy_pass http://100.64.0.7:3100; } } | medium clear-text 1
            """)
    void a_fault_is_found(String text, String finding) {
        assertThat(checks(Sites.withHost(text, "203.0.113.5"))).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server { listen 1; server_name a; } server { listen 1; server_name b; }               | name-clash
            server { listen 127.0.0.1:1; server_name a; } server { listen 127.0.0.2:1; server_name a; } | name-clash
            server { listen 1; location / { proxy_pass http://127.0.0.1:9090; } }                 | outside-tailnet
            server { listen 1; auth_basic off; location / { proxy_pass http://100.64.0.7:1; } }   | password-forwarded
            server { listen 1; proxy_read_timeout 2m; location / { proxy_pass http://100.64.0.7:9090; } } | read-timeout
            server { listen 1; proxy_connect_timeout 500ms; location / { proxy_pass http://100.64.0.7:9090; } } | connect-timeout
            """)
    void what_is_no_fault_is_not_told(String text, String check) {
        assertThat(GatewayAudit.findings(Sites.of(text)))
                .extracting(AuditFinding::check)
                .doesNotContain(check);
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "2m, 120", "1m30s, 90", "500ms, 0", "1h, 3600", "1d, 86400"})
    void times_are_read_as_nginx_reads_them(String text, long seconds) {
        assertThat(NginxTime.seconds(text)).contains(seconds);
    }

    @ParameterizedTest
    @CsvSource({"''", "m", "1y2", "a", "99999999999"})
    void what_is_no_time_is_none(String text) {
        assertThat(NginxTime.seconds(text)).isEmpty();
    }
}
