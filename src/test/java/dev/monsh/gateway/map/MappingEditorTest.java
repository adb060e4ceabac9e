package dev.monsh.gateway.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Sites;
import dev.monsh.testing.NginxCorpus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingEditorTest {

    private static final String STREAM = "http { }\nstream { server { listen 9091; proxy_pass 127.0.0.1:1; } }\n";

    private static NewMapping mapping(String box, String address) {
        return new NewMapping(box, TailnetAddress.parse("ip", address), Optional.empty(), Optional.empty());
    }

    private static NewMapping mapping(String box, String address, int prometheus, int loki) {
        return new NewMapping(box, TailnetAddress.parse("ip", address), Optional.of(prometheus), Optional.of(loki));
    }

    private static MappingEditor editor(String text) {
        return new MappingEditor(Sites.of(text));
    }

    @Test
    void add_takes_the_next_free_pair_and_writes_what_the_manual_lacks() {
        MappingChange change = editor(NginxCorpus.MANUAL).add(mapping("aibox-2", "100.64.0.8"));

        assertThat(change.ports()).containsExactly(9091, 3101);
        assertThat(Sites.text(change))
                .contains(
                        "listen 9091;\n    server_name 203.0.113.5;\n", "listen 9091 default_server;\n    return 444;")
                .contains("proxy_pass http://100.64.0.8:9090;", "proxy_pass http://100.64.0.8:3100;")
                .endsWith("}\n");
        assertThat(change.warnings()).isEmpty();
        assertThat(Sites.of(Sites.text(change)).mappings().subList(2, 4)).allSatisfy(mapping -> {
            assertThat(mapping.box()).contains("aibox-2");
            assertThat(mapping.upgradesWebSockets()).isTrue();
            assertThat(mapping.allowlists()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"9091, 9092, 3102", "3101, 9092, 3102", "9091-9093, 9094, 3104", "9095, 9091, 3101"})
    void a_port_of_any_listen_is_not_taken(String listen, int prometheus, int loki) {
        MappingChange change =
                editor("server { listen " + listen + "; return 404; }\n").add(mapping("b", "100.64.0.9"));

        assertThat(change.ports()).containsExactly(prometheus, loki);
    }

    @Test
    void the_ports_of_stream_and_of_other_files_are_not_taken() {
        assertThat(editor(STREAM).add(mapping("b", "100.64.0.9")).ports()).containsExactly(9092, 3102);
        assertThat(new MappingEditor(Sites.with("", "server { listen 3101; }"))
                        .add(mapping("b", "100.64.0.9"))
                        .ports())
                .containsExactly(9092, 3102);
    }

    @Test
    void one_port_that_is_given_leaves_the_other_to_be_chosen() {
        NewMapping wanted =
                new NewMapping("b", TailnetAddress.parse("ip", "100.64.0.9"), Optional.of(9500), Optional.empty());

        assertThat(editor(NginxCorpus.MANUAL).add(wanted).ports()).containsExactly(9500, 3101);
    }

    @Test
    void a_port_that_is_used_is_refused_with_the_place_of_its_block() {
        assertThatThrownBy(() -> editor(NginxCorpus.MANUAL).add(mapping("b", "100.64.0.9", 9090, 3200)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("port 9090: is used already by the http server at site:2, which leads to 100.64.0.7:9090");
        assertThatThrownBy(() -> editor(STREAM).add(mapping("b", "100.64.0.9", 9091, 3200)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the stream server at site:2");
        assertThatThrownBy(() -> editor("").add(mapping("b", "100.64.0.9", 9091, 9091)))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void the_same_box_twice_is_refused() {
        assertThatThrownBy(() -> editor(NginxCorpus.MANUAL).add(mapping("odk04", "100.64.0.99")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("site:2");
        assertThatThrownBy(() -> editor(NginxCorpus.MANUAL).add(mapping("other", "100.64.0.7")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("its address is mapped already");
    }

    @Test
    void an_address_outside_of_the_tailnet_is_taken_with_a_warning() {
        assertThat(editor(NginxCorpus.MANUAL).add(mapping("b", "10.0.0.9")).warnings())
                .singleElement()
                .asString()
                .contains("10.0.0.9 is outside 100.64.0.0/10");
        assertThat(editor(NginxCorpus.MANUAL)
                        .add(mapping("aibox-2", "100.64.0.9"))
                        .warnings())
                .singleElement()
                .asString()
                .contains("aibox-2 is 100.64.0.8");
    }

    @Test
    void a_file_without_names_gets_no_refusing_server_and_a_warning() {
        MappingChange change = editor("").add(mapping("b", "100.64.0.9"));

        assertThat(Sites.text(change)).doesNotContain("server_name", "444");
        assertThat(change.warnings()).singleElement().asString().contains("public_host");
        assertThat(Sites.text(new MappingEditor(Sites.withHost("", "gw.example")).add(mapping("b", "100.64.0.9"))))
                .contains("server_name gw.example;", "return 444;");
    }

    @Test
    void what_is_added_has_the_files_indentation_and_line_ends() {
        String tabs = NginxCorpus.MANUAL.replace("    ", "\t");

        assertThat(Sites.text(editor(tabs).add(mapping("b", "100.64.0.9")))).doesNotContain("    ");
        assertThat(Sites.text(editor(NginxCorpus.MANUAL.replace("\n", "\r\n")).add(mapping("b", "100.64.0.9")))
                        .replace("\r\n", ""))
                .doesNotContain("\n");
        assertThat(Sites.text(
                        editor("http {\n  server {\n    listen 1;\n  }\n}\n").add(mapping("b", "100.64.0.9"))))
                .contains("\n  server {\n    listen 9091;\n")
                .endsWith("  }\n}\n");
    }

    @Test
    void a_main_file_without_http_is_refused() {
        assertThatThrownBy(() -> editor("events {}\n").add(mapping("b", "100.64.0.9")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("site:1:1");
    }

    @Test
    void set_changes_the_target_and_keeps_quotes_and_path() {
        String text = "server { listen 1; location / { proxy_pass 'http://100.64.0.7:9090/a'; } }\n";

        MappingChange change = editor(text).set(1, ServiceAddress.parse("t", "100.64.0.9:9091"));

        assertThat(Sites.text(change)).isEqualTo(text.replace("100.64.0.7:9090", "100.64.0.9:9091"));
    }

    @Test
    void set_changes_the_upstream_unless_another_server_uses_it() {
        String text = "upstream b { server 100.64.0.7:9090 max_fails=2; }\n"
                + "server { listen 1; location / { proxy_pass http://b; } }\n";
        String shared = text + "server { listen 2; location / { proxy_pass http://b; } }\n";

        assertThat(Sites.text(editor(text).set(1, ServiceAddress.parse("t", "100.64.0.9:9090"))))
                .isEqualTo(text.replace("100.64.0.7", "100.64.0.9"));
        assertThatThrownBy(() -> editor(shared).set(1, ServiceAddress.parse("t", "100.64.0.9:9090")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("site:3");
    }

    @Test
    void a_target_of_variables_and_a_choice_of_targets_are_shown_but_not_edited() {
        String dynamic = "server { listen 1; location / { proxy_pass http://$a; } }";
        String two = "server { listen 1; location / { proxy_pass http://100.64.0.7:1; }"
                + " location /b { proxy_pass http://100.64.0.7:2; } }";
        String pool = "upstream b { server 100.64.0.7:1; server 100.64.0.7:2; }"
                + " server { listen 1; location / { proxy_pass http://b; } }";
        ServiceAddress target = ServiceAddress.parse("t", "100.64.0.9:9090");

        assertThatThrownBy(() -> editor(dynamic).set(1, target))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("site:1:33");
        assertThatThrownBy(() -> editor(two).set(1, target)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> editor(pool).set(1, target)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> editor(two).set(7, target)).isInstanceOf(UsageException.class);
    }

    @Test
    void set_to_another_boxs_address_keeps_monshs_comment_true() {
        GatewaySite site = Sites.of("");
        MappingChange added = new MappingEditor(site).add(mapping("b", "100.64.0.9"));

        MappingChange set =
                new MappingEditor(site.with(added.after())).set(9091, ServiceAddress.parse("t", "100.64.0.8:9090"));

        assertThat(Sites.text(set)).contains("# monsh: aibox-2 Prometheus\n", "# monsh: b Loki\n");
    }

    @Test
    void move_changes_every_listen_of_the_port() {
        String text =
                "server { listen 1; listen [::]:1 ipv6only=on; server_name a; location / { proxy_pass http://100.64.0.7:1; } }\n"
                        + "server { listen 1 default_server; return 444; }\n";

        assertThat(Sites.text(editor(text).move(1, 9999)))
                .isEqualTo(text.replace("listen 1", "listen 9999").replace("[::]:1 ", "[::]:9999 "));
        assertThatThrownBy(() -> editor(text).move(1, 1)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> editor(text + "server { listen 5; }").move(1, 5))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("site:3");
    }

    @Test
    void a_range_of_ports_is_never_edited() {
        String text = "server { listen 5-7; location / { proxy_pass http://100.64.0.7:1; } }";

        assertThatThrownBy(() -> editor(text).move(6, 9)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> editor(text).remove(6)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void remove_takes_the_comment_lines_of_the_block_and_one_blank_line() {
        MappingChange change = editor(NginxCorpus.MANUAL).remove(9090);

        assertThat(Sites.text(change))
                .isEqualTo(NginxCorpus.MANUAL.substring(NginxCorpus.MANUAL.indexOf("# Forward traffic for Loki")));
        assertThat(Sites.text(editor(NginxCorpus.MANUAL).remove(3100)))
                .isEqualTo(NginxCorpus.MANUAL.substring(0, NginxCorpus.MANUAL.indexOf("\n# Forward traffic for Loki")));
        assertThat(Sites.text(editor(NginxCorpus.MANUAL).removeBox("odk04"))).isEmpty();
    }

    @Test
    void a_server_with_another_port_loses_the_listen_only() {
        String text = "server {\n    listen 1;\n    listen 2;\n    location / { proxy_pass http://100.64.0.7:1; }\n}\n";

        assertThat(Sites.text(editor(text).remove(1))).isEqualTo(text.replace("    listen 1;\n", ""));
    }

    @Test
    void a_box_that_shares_a_port_is_not_removed() {
        String text = "server { listen 1; location / { proxy_pass http://100.64.0.7:1; }"
                + " location /b { proxy_pass http://100.64.0.8:2; } }";

        assertThatThrownBy(() -> editor(text).removeBox("odk04")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> editor(text).removeBox("aibox-3"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean aibox-2?");
    }

    @Test
    void a_port_that_stands_in_another_file_is_not_edited() {
        GatewaySite site = Sites.with("", "server { listen 1; location / { proxy_pass http://100.64.0.7:1; } }");

        assertThatThrownBy(() -> new MappingEditor(site).remove(1))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("other0:1");
    }

    @Test
    void an_upstream_that_is_no_longer_used_is_told() {
        String text =
                "upstream b { server 100.64.0.7:9090; }\nserver { listen 1; location / { proxy_pass http://b; } }\n";

        assertThat(editor(text).remove(1).warnings()).containsExactly("upstream 'b' is no longer used");
    }
}
