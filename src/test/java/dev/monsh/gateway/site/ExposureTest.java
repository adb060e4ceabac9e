package dev.monsh.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.Risk;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.audit.GatewayAudit;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.nginx.NginxFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that look closed and are open: each is found, and closed by hardening. */
class ExposureTest {

    private static final String LOKI = "proxy_pass http://100.64.0.7:3100";

    static Stream<String> openBlocks() {
        return Stream.of(
                "location /box1/ { " + LOKI + "/; }",
                "location /box1/ { proxy_pass http://box/; }",
                "location = /write { " + LOKI + "/loki/api/v1/push; }",
                "location / { rewrite ^/x/(.*)$ /$1 break; " + LOKI + "; }",
                "location /x/ { rewrite ^/x/(.*)$ /$1 break; " + LOKI + "; }",
                "location / { if ($request_method = DELETE) { return 405; } " + LOKI + "; }",
                "location / { if ($request_method !~ ^(GET|POST)$) { return 405; } " + LOKI + "; }",
                "location / { limit_except GET { deny all; } " + LOKI + "; }",
                "location ~ ^/(loki/api/v1/push|api/prom/push|ingester/shutdown|flush|config)$ { return 403; }"
                        + " location / { " + LOKI + "; }",
                "location ~ ^/(loki|api|otlp|config|flush) { return 403; } location / { " + LOKI + "; }",
                "location ~ ^/ingester { return 403; } location / { " + LOKI + "; }");
    }

    private static GatewaySite site(String block) {
        return Sites.of(
                "upstream box { server 100.64.0.7:3100; }\nserver {\n    listen 3101;\n    server_name gw;\n    "
                        + block + "\n}\n");
    }

    private static Exposure exposure(GatewaySite site) {
        ServerBlock server = site.servers().stream()
                .filter(each -> !each.routes().isEmpty())
                .findFirst()
                .orElseThrow();
        return Exposure.of(server, server.targets().getFirst(), Optional.of(Server.LOKI));
    }

    @ParameterizedTest
    @MethodSource("openBlocks")
    void a_block_that_lets_more_than_reading_through_is_open(String block) {
        assertThat(exposure(site(block))).isInstanceOf(Exposure.Open.class);
        assertThat(GatewayAudit.findings(site(block)))
                .filteredOn(each -> each.check().equals("writes"))
                .extracting(AuditFinding::severity)
                .containsExactly(Risk.HIGH);
    }

    @ParameterizedTest
    @MethodSource("openBlocks")
    void hardening_closes_it_and_has_nothing_to_do_the_second_time(String block) {
        GatewaySite before = site(block);
        NginxFile after = Hardening.of(before, HardenOptions.NONE).after();
        GatewaySite hardened = before.with(after);

        assertThat(exposure(hardened)).isInstanceOf(Exposure.Closed.class);
        assertThat(Hardening.of(hardened, HardenOptions.NONE).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            location / { if ($http_x_key != secret) { return 403; } LOKI }                 | if ($http_x_key != secret)
            location / { set $ok $arg_a; if ($ok) { return 403; } LOKI }                   | if ($ok)
            include snippets/guard.conf; location / { return 403; }  location = /ready { LOKI } | include snippets/guard.conf
            access_by_lua_file /x.lua; location / { return 403; } location = /ready { LOKI } | access_by_lua_file
            location ~ "^/(?!loki)" { LOKI } location / { return 403; }                    | a pattern
            location = /ready { proxy_pass http://100.64.0.7:3100$is_args; }               | made from variables
            """)
    void what_cannot_be_told_is_undecided_and_a_finding(String block, String why) {
        GatewaySite site = Sites.of("# Loki\nserver { listen 3101; " + block.replace("LOKI", LOKI + ";") + " }");

        assertThat(exposure(site))
                .isInstanceOfSatisfying(
                        Exposure.Undecided.class,
                        undecided -> assertThat(undecided.why()).contains(why));
        assertThat(GatewayAudit.findings(site))
                .filteredOn(each -> each.check().equals("undecided"))
                .extracting(AuditFinding::severity)
                .containsExactly(Risk.HIGH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            set $bad 0; if ($request_uri ~ x) { set $bad 1; } location / { return 403; }   location = /ready { LOKI }
            return 403; location / { LOKI }
            location / { deny all; LOKI }
            location / { internal; LOKI }
            location ~ ^/loki/api/v1/(query|labels)$ { LOKI } location / { return 403; }
            location ~* "^/loki/api/v1/(query_range|series)$" { LOKI }
            if ($uri !~ "^/loki/api/v1/label/[a-z]+/values$") { return 403; } location / { LOKI }
            """)
    void what_is_shown_to_be_closed_is_closed(String block) {
        assertThat(exposure(site(block.replace("LOKI", LOKI + ";")))).isInstanceOf(Exposure.Closed.class);
    }

    @Test
    void an_error_page_can_lead_a_refused_request_to_the_service() {
        assertThat(exposure(
                        site("error_page 405 = @loki; location / { return 405; } location @loki { " + LOKI + "; }")))
                .isInstanceOf(Exposure.Undecided.class);
    }

    /** A path that writes reaches the service through the named location of each (seen with nginx 1.22). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "location = /ready { error_page 403 = @loki; rewrite ^ /loki/api/v1/push break; deny all; }",
                "location = /ready { error_page 403 = @loki; if ($arg_a) { rewrite ^ /flush; return 403; } deny all; }",
                "location /x { if ($arg_a) { error_page 405 = @loki; return 405; } return 403; }",
                "location /x { internal; error_page 404 = @loki; }",
            })
    void a_named_location_gets_the_path_as_it_is_when_nginx_goes_there(String block) {
        assertThat(exposure(site(block + " location / { return 403; } location @loki { " + LOKI + "; }")))
                .isInstanceOf(Exposure.Undecided.class);
    }

    /** Each way was seen with nginx 1.22: the service got a path that it must not get, or may get it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "location = / { index /flush; } location = /flush { internal; LOKI }",
                "location = / { index x.html /flush; } location = /flush { internal; LOKI }",
                "index passwd; location = /etc/ { root /; } location = /etc/passwd { internal; LOKI/flush; }",
                "index /flush; location = / { } location = /flush { internal; LOKI }",
                "location = /x/ { } location = /x/index.html { internal; LOKI/flush; }",
                "location /x/ { random_index on; } location ~ ^/x/. { internal; LOKI }",
                "location = /ready { mirror /flush; LOKI } location = /flush { internal; LOKI }",
                "location = /x { post_action /flush; return 200; } location = /flush { internal; LOKI }",
                "location = /x { add_before_body /flush; } location = /flush { internal; LOKI }",
                "location = /x { add_after_body /flush; } location = /flush { internal; LOKI }",
                "location = /x { auth_request /flush; } location = /flush { internal; LOKI }",
                "location = /x { try_files /nothing /flush; } location = /flush { internal; LOKI }",
                "location = /x { try_files /nothing @o; error_page 404 /flush; } location @o { return 404; }"
                        + " location = /flush { internal; LOKI }",
                "location = /x { error_page 404 /y/; } location = /y/ { index /flush; } location = /flush { internal; LOKI }",
                "location = /ready { LOKI } location = /flush { internal; LOKI }",
                "location = /ready { dav_methods PUT; LOKI }",
            })
    void a_way_that_nginx_takes_by_itself_is_followed(String block) {
        String written = block.replace("LOKI/flush;", LOKI + "/flush;").replace("LOKI", LOKI + ";");

        assertThat(exposure(site(written + " location / { return 403; }"))).isInstanceOf(Exposure.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "location = /ready { LOKI } location /x/ { autoindex on; index a.html; }",
                "error_page 403 /403.html; location = /403.html { root /x; } location = /ready { LOKI } location / { deny all; }",
                "location = /ready { LOKI proxy_ignore_headers X-Accel-Redirect; } location = /flush { internal; LOKI }",
            })
    void a_way_that_leads_to_no_service_is_no_doubt(String block) {
        assertThat(exposure(site(block.replace("LOKI", LOKI + ";")))).isInstanceOf(Exposure.Closed.class);
    }

    @Test
    void what_is_set_around_the_servers_of_a_real_gateway_leaves_no_doubt() {
        String server = "server { listen 3101; location = /ready { " + LOKI + "; } location / { return 403; } }";
        String settings = "sendfile on; tcp_nopush on; types_hash_max_size 2048; include /etc/nginx/mime.types;"
                + " default_type x; ssl_protocols TLSv1.3; ssl_prefer_server_ciphers on; access_log /x; gzip on;"
                + " fastcgi_temp_path /t; uwsgi_temp_path /t; passenger_max_pool_size 3; geoip2 /x { } vhost_traffic_status_zone;"
                + " log_format main '$remote_addr'; map $a $b { default c; } limit_req_zone $a zone=b:1m rate=1r/s;";

        assertThat(exposure(Sites.of("http { " + settings + server + " }"))).isInstanceOf(Exposure.Closed.class);
        assertThat(exposure(Sites.of("http { access_by_lua_file /x; " + server + " }")))
                .isInstanceOf(Exposure.Undecided.class);
    }

    @Test
    void an_included_file_counts_where_it_is_included() {
        NginxFile main = file("/etc/nginx/nginx.conf", "events { } http { include sites/*; }");
        NginxFile open = file("/etc/nginx/open.conf", "location / { " + LOKI + "; }");
        NginxFile site = file("/etc/nginx/sites/site", "server { listen 3101; include open.conf; }");
        GatewaySite whole = new GatewaySite(site, List.of(main, open), List.of(), Optional.empty());

        assertThat(whole.mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.target().text()).isEqualTo("100.64.0.7:3100");
            assertThat(mapping.allowlists()).isFalse();
        });
        assertThat(GatewayAudit.findings(whole)).extracting(AuditFinding::check).contains("writes");
    }

    @Test
    void the_server_that_nginx_reads_first_is_the_one_that_serves() {
        String text = "server { listen 3101; server_name gw; location / { " + LOKI + "; } }";
        NginxFile main =
                file("/etc/nginx/nginx.conf", "events { } http { include conf.d/*; include sites-enabled/*; }");
        NginxFile early = file("/etc/nginx/conf.d/a.conf", text);
        NginxFile site = file("/etc/nginx/sites-enabled/site", text);
        GatewaySite whole = new GatewaySite(site, List.of(main, early), 2, List.of(), Optional.empty(), Set.of());

        assertThat(GatewayAudit.findings(whole))
                .filteredOn(each -> each.check().equals("name-clash"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo("/etc/nginx/sites-enabled/site");
                    assertThat(finding.evidence()).contains("/etc/nginx/conf.d/a.conf:1");
                });
        assertThatThrownBy(() -> Hardening.of(whole, HardenOptions.NONE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("/etc/nginx/conf.d/a.conf:1");
    }

    private static NginxFile file(String name, String text) {
        return NginxFile.parse(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void web_pages_stay_on_wish_and_can_be_added_later() {
        String block = "server { listen 9091; server_name gw; location / { proxy_pass http://100.64.0.7:9090; } }";
        GatewaySite site = Sites.of(block);
        HardenOptions pages = new HardenOptions(Optional.empty(), List.of(), Optional.empty(), true);
        var without = Hardening.of(site, HardenOptions.NONE);

        assertThat(without.instead()).contains(new GatewayNextStep.KeepWebPages());
        NginxFile later = Hardening.of(site.with(without.after()), pages).after();
        assertThat(later.contains("|graph|") || later.contains("(graph|")).isTrue();
        assertThat(Hardening.of(site.with(later), HardenOptions.NONE).isEmpty()).isTrue();
    }
}
