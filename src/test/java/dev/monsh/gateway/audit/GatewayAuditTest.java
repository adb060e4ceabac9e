package dev.monsh.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Risk;
import dev.monsh.gateway.harden.AddressBlock;
import dev.monsh.gateway.harden.GatewayPath;
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
import org.junit.jupiter.params.provider.ValueSource;

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
                java.util.Optional.of(new GatewayPath("/etc/nginx/monsh.htpasswd")),
                List.of(new AddressBlock("203.0.113.0/24")),
                java.util.Optional.of(new HardenOptions.Tls(
                        new GatewayPath("/etc/nginx/c.pem"), new GatewayPath("/etc/nginx/k.pem"))));

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
            server { listen 1; auth_basic a; auth_basic_user_file /h; location / { proxy_pass http://100.64.0.7:3100; } } | low password-forwarded 1
            server { listen 1; auth_basic a; auth_basic_user_file /h; location / { proxy_pass http://100.64.0.7:3100; } } | medium clear-text 1
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

    /** What stands for PASS is a location that leads to Prometheus. */
    private static List<String> access(String text) {
        String pass = "location / { proxy_pass http://100.64.0.7:9090; }";
        return checks(Sites.of(text.replace("PASS", pass))).stream()
                .filter(each -> each.contains("no-authentication") || each.contains("undecided"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "satisfy any; allow all; auth_basic a; auth_basic_user_file /h; PASS",
                "satisfy any; allow 0.0.0.0/0; deny all; auth_basic a; auth_basic_user_file /h; PASS",
                "satisfy any; allow 10.0.0.0/8; deny all; set_real_ip_from 0.0.0.0/0; auth_basic a; auth_basic_user_file /h; PASS",
                "auth_basic a; PASS",
                "ssl_verify_client on; PASS",
                "auth_basic a; auth_basic_user_file /h; PASS location /x { auth_basic off; proxy_pass http://100.64.0.7:9090; }",
                "auth_basic a; auth_basic_user_file /h; location / { limit_except GET { auth_basic off; } proxy_pass http://a:1; }",
                "allow ::/0; allow 0.0.0.0/0; deny all; PASS",
                "allow ::/0; deny all; PASS",
                "deny 1.2.3.4; allow all; deny all; PASS",
                "allow 0.0.0.0/1; allow 128.0.0.0/1; deny all; PASS",
                "allow 64.0.0.0/3; deny all; PASS",
                "allow 8.0.0.0/8; allow 9.0.0.0/8; deny all; PASS",
                "allow 203.0.113.0/24; PASS",
                "deny 203.0.113.0/24; PASS",
                "allow 203.0.113.0/24; deny 0.0.0.0/0; PASS",
                "allow 203.0.113.0/24; deny all; set_real_ip_from 0.0.0.0/0; PASS",
                "allow 203.0.113.0/24; deny all; PASS location /x { allow all; proxy_pass http://100.64.0.7:9090; }",
            })
    void a_door_that_stands_open_is_told(String rules) {
        assertThat(access("server { listen 1; " + rules + " }")).containsExactly("high no-authentication 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_basic a; auth_basic_user_file /h; PASS",
                "auth_basic $host!; auth_basic_user_file /h; PASS",
                "satisfy any; allow 10.0.0.0/8; deny all; auth_basic a; auth_basic_user_file /h; PASS",
                "satisfy any; deny 1.2.3.4; auth_basic a; auth_basic_user_file /h; PASS",
                "allow 203.0.113.0/24; allow 2001:db8::/32; deny all; PASS",
                "allow 10.0.0.0/8; allow 172.16.0.0/12; allow fd00::/8; deny all; PASS",
                "allow 203.0.113.7; deny 0.0.0.0/0; deny ::/0; PASS",
                "deny all; allow all; PASS",
                "allow 203.0.113.0/24; deny all; set_real_ip_from 10.0.0.1; PASS",
                "auth_request /a; PASS location = /a { internal; proxy_pass http://127.0.0.1:4180; }",
            })
    void a_door_that_is_kept_is_not_told(String rules) {
        assertThat(access("server { listen 1; " + rules + " }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_basic $realm; auth_basic_user_file /h; PASS",
                "auth_basic o${arg_a}; auth_basic_user_file /h; PASS",
                "auth_basic a; auth_basic_user_file /$arg_a; PASS",
                "auth_request /a; PASS location = /a { return 200; }",
                "auth_request /a; PASS location = /a { if ($arg_a) { return 200; } proxy_pass http://127.0.0.1:4180; }",
                "auth_request /a; location = /p { proxy_pass http://100.64.0.7:9090; }",
                "satisfy any; auth_basic a; auth_basic_user_file /h; auth_request /a; PASS location = /a { return 200; }",
            })
    void a_door_of_which_nobody_can_tell_is_undecided(String rules) {
        assertThat(access("server { listen 1; " + rules + " }"))
                .contains("high undecided 1")
                .noneMatch(each -> each.contains("no-auth"));
    }

    @Test
    void a_certificate_counts_with_tls_even_where_any_answer_satisfies() {
        assertThat(access("server { listen 1 ssl; ssl_verify_client on; satisfy any; allow all; PASS }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://$arg_u", "http://$u", "http://100.64.0.7:$arg_p"})
    void a_target_that_a_client_may_choose_is_a_grave_finding(String target) {
        assertThat(access("server { listen 1; auth_basic a; auth_basic_user_file /h; set $u 100.64.0.7:9090;"
                        + " location / { proxy_pass " + target + "; } }"))
                .containsExactly("high undecided 1");
    }

    @ParameterizedTest
    @CsvSource({"9090, 9090, true, Prometheus", "3100, 3100, true, Loki", "9090, 3100, false, ''"})
    void servers_that_stand_for_each_other_are_the_service_of_their_port(
            int one, int other, boolean known, String service) {
        GatewaySite site = Sites.of("upstream u { server 100.64.0.7:" + one + "; server 100.64.0.8:" + other
                + " backup; } server { listen 1; location / { proxy_pass http://u; } }");

        assertThat(checks(site)).contains("high writes 1");
        assertThat(checks(site).contains("low read-timeout 1")).isEqualTo(known);
        assertThat(site.mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.serviceTitle()).isEqualTo(service));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server { listen 1; location / { grpc_pass grpc://100.64.0.7:3100; } }",
                "server { listen 1; location / { fastcgi_pass 100.64.0.7:3100; } }",
                "server { listen 1; location / { uwsgi_pass 100.64.0.7:3100; } }",
                "server { listen 1; location / { scgi_pass 100.64.0.7:3100; } }",
                "server { listen 1; location / { memcached_pass 100.64.0.7:3100; } }",
                "server { listen 1; include /x/all.inc; }",
                "server { listen 1; location / { include /x/all.inc; } }",
            })
    void a_server_whose_upstream_is_not_read_is_undecided_and_no_closed_mapping(String text) {
        assertThat(checks(Sites.of(text))).contains("high undecided 1");
        assertThat(Sites.of(text).mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.allowlists()).isFalse());
    }

    /** It may hold the server that nginx takes for the port of a closed one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "include srv.inc; SERVER",
                "http { include x/*.conf; SERVER }",
                "events { } http { include x/*; SERVER }"
            })
    void an_include_around_the_servers_that_was_not_read_leaves_all_of_them_undecided(String text) {
        String server =
                "server { listen 1; location = /ready { proxy_pass http://100.64.0.7:3100; } location / { return 403; } }";
        GatewaySite site = Sites.of(text.replace("SERVER", server));

        assertThat(checks(site)).contains("high undecided 0");
        assertThat(site.mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.allowlists()).isFalse());
        assertThat(Sites.of("include mime.types; " + server).mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.allowlists()).isTrue());
    }
}
