package dev.monsh.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.box.Server;
import dev.monsh.testing.NginxCorpus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

    private static String proxy(String listen, String target) {
        return "server { " + listen + " location / { proxy_pass " + target + "; } }\n";
    }

    @Test
    void the_manuals_blocks_are_a_boxs_prometheus_and_loki() {
        assertThat(Sites.of(NginxCorpus.MANUAL).mappings())
                .extracting(
                        PortMapping::publicPort,
                        PortMapping::box,
                        PortMapping::service,
                        m -> m.target().text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                9090, Optional.of("odk04"), Optional.of(Server.PROMETHEUS), "100.64.0.7:9090"),
                        org.assertj.core.groups.Tuple.tuple(
                                3100, Optional.of("odk04"), Optional.of(Server.LOKI), "100.64.0.7:3100"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            listen 9090;                              | 9090
            listen "9090";                            | 9090
            listen 127.0.0.1:9090;                    | 9090
            listen [::]:9090 ipv6only=on;             | 9090
            listen *:9090 default_server;             | 9090
            listen localhost:9090;                    | 9090
            listen 9090; listen [::]:9090;            | 9090
            listen 9090; listen 9095;                 | 9090 9095
            listen 5-7;                               | 5-7
            listen 127.0.0.1;                         | 80
            listen [::1];                             | 80
            listen localhost;                         | 80
            server_name a;                            | 80
            listen unix:/run/a; listen 9090;          | 9090
            listen 9090 udp; listen 9091;             | 9091
            listen unix:/run/a;                       | ''
            listen 0;                                 | 80
            """)
    void every_form_of_listen_is_understood(String listen, String ports) {
        assertThat(Sites.of(proxy(listen, "http://100.64.0.7:9090")).mappings().stream()
                        .map(mapping -> mapping.ports().text())
                        .reduce((first, last) -> first + " " + last)
                        .orElse(""))
                .isEqualTo(ports);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://100.64.0.7:9090        | 100.64.0.7:9090
            'http://100.64.0.7:9090'      | 100.64.0.7:9090
            http://100.64.0.7:9090/a/     | 100.64.0.7:9090
            http://100.64.0.7             | 100.64.0.7:80
            https://100.64.0.7            | 100.64.0.7:443
            http://[fd7a:115c:a1e0::7]:9090 | [fd7a:115c:a1e0::7]:9090
            http://$target:9090           | http://$target:9090
            http://unix:/run/a.sock       | http://unix:/run/a.sock
            http://box:9090               | box:9090
            http://pool                   | 100.64.0.8:9090
            http://pair                   | pair
            """)
    void every_form_of_target_is_understood(String target, String text) {
        String upstreams = "upstream pool { server 100.64.0.8:9090; }\n"
                + "upstream pair { server 100.64.0.8:9090; server 100.64.0.7:9090; }\n";

        assertThat(Sites.of(upstreams + proxy("listen 1;", target)).mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.target().text()).isEqualTo(text));
    }

    @Test
    void what_is_no_mapping_is_none() {
        assertThat(Sites.of("""
                # server { listen 9091; location / { proxy_pass http://100.64.0.7:9090; } }
                map $a $b { listen 1; proxy_pass http://100.64.0.7:9090; }
                server { listen 9092; return 302 http://${host}:9090/; }
                server { listen 9093; location / { root /srv; } }
                """).mappings()).isEmpty();
    }

    @Test
    void servers_of_http_and_stream_are_told_apart() {
        assertThat(Sites.of("""
                http { server { listen 1; location / { proxy_pass http://100.64.0.7:9090; } } }
                stream { server { listen 2; proxy_pass 100.64.0.7:3100; } }
                """).mappings())
                .extracting(PortMapping::protocol)
                .containsExactly(Protocol.HTTP, Protocol.STREAM);
        assertThat(Sites.of("server { listen 2; proxy_pass 100.64.0.7:3100; }").mappings())
                .extracting(PortMapping::protocol)
                .containsExactly(Protocol.STREAM);
    }

    @Test
    void a_service_on_an_unusual_port_is_known_by_the_comment_above_it() {
        assertThat(Sites.of("# the Loki of the hall\n" + proxy("listen 1;", "http://100.64.0.7:8080"))
                        .mappings())
                .extracting(PortMapping::service)
                .containsExactly(Optional.of(Server.LOKI));
        assertThat(Sites.of("# Loki and Prometheus\n" + proxy("listen 1;", "http://100.64.0.7:8080"))
                        .mappings())
                .extracting(PortMapping::service)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_box_is_known_by_its_address_before_any_comment() {
        String text = "# monsh: elsewhere Prometheus\n" + proxy("listen 1;", "http://100.64.0.7:9090")
                + "\n# monsh: elsewhere Prometheus\n" + proxy("listen 2;", "http://100.64.0.70:9090");

        assertThat(Sites.of(text).mappings())
                .extracting(PortMapping::box)
                .containsExactly(Optional.of("odk04"), Optional.of("elsewhere"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            location / { PROXY }                                                    | false
            location / { PROXY limit_except GET { deny all; } }                     | false
            location / { PROXY if ($request_method = POST) { return 403; } }        | false
            location / { PROXY } location /loki/api/v1/push { return 403; }         | false
            location / { return 403; } location = /loki/api/v1/query { PROXY }      | true
            location / { return 403; } location ^~ /loki/ { PROXY } location ~ . { return 403; } | false
            location / { PROXY } location ~ . { return 403; }                       | true
            location / { PROXY deny all; }                                          | true
            location / { return 403; } location ~* ^/LOKI/api/v1/query_range$ { PROXY } | true
            location / { return 403; } location /loki/ { PROXY }                    | false
            """)
    void paths_are_followed_as_nginx_follows_them(String locations, boolean allowlists) {
        String text =
                "server { listen 3100; " + locations.replace("PROXY", "proxy_pass http://100.64.0.7:3100;") + " }";

        assertThat(Sites.of(text).mappings())
                .extracting(PortMapping::allowlists)
                .containsExactly(allowlists);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proxy_http_version 1.1; UP CON                                        |                              | true
            UP CON                                                                |                              | false
            proxy_http_version 1.1; UP                                            |                              | false
            proxy_http_version 1.1; UP CON                                        | proxy_set_header X-A b;      | false
            proxy_http_version 1.1;                                               | UP CON                       | true
            proxy_http_version 1.1; UP proxy_set_header Connection "";            |                              | false
            """)
    void an_upgrade_passes_where_version_and_headers_reach_the_location(
            String ofServer, String ofLocation, boolean upgrades) {
        String text = ("server { listen 3100; " + ofServer + " location / { " + (ofLocation == null ? "" : ofLocation)
                        + " proxy_pass http://100.64.0.7:3100; } }")
                .replace("UP", "proxy_set_header Upgrade $http_upgrade;")
                .replace("CON", "proxy_set_header Connection $connection;");

        assertThat(Sites.of(text).mappings())
                .extracting(PortMapping::upgradesWebSockets)
                .containsExactly(upgrades);
    }

    @Test
    void a_port_that_leads_to_two_targets_is_two_mappings() {
        assertThat(Sites.of("server { listen 1; location / { proxy_pass http://100.64.0.7:9090; }"
                                + " location /loki { proxy_pass http://100.64.0.7:3100; } }")
                        .mappings())
                .extracting(mapping -> mapping.target().text())
                .containsExactly("100.64.0.7:9090", "100.64.0.7:3100");
    }
}
