package dev.monsh.gateway.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.TailnetAddress;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.testing.RealNginx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nginx rejects or includes elsewhere. */
class LocalGatewayTest {

    @TempDir
    private Path folder;

    private GatewaySite read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("monitoring-proxy"), text);
        return new LocalGateway(file, List.of(), Optional.empty(), new AtomicFile(InstantSource.system())).read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server { listen 21091\n location / { proxy_pass http://100.64.0.7:9090; } }",
                "server { listen 21091; server_name a\n location / { return 403; } }",
                "server { listen 21091; location / { proxy_pass http://100.64.0.7:9090\n return 403; } }",
                "server { listen 21091; location / { proxy_pass http://100.64.0.7:9090 http://b; } }",
                "server { listen 21091; return 403 a b; }",
                "server { location / /a /b { return 403; } }",
                "server a { listen 21091; }",
                "server;",
                "server { allow 127.0.0.1 deny all; }",
                "server { proxy_set_header Host; }"
            })
    void a_file_that_nginx_rejects_is_rejected(String text) throws Exception {
        assertThat(RealNginx.in(folder).test("http { " + text + " }").accepted())
                .isFalse();
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void a_missing_semicolon_is_named_at_its_directive() {
        assertThatThrownBy(() ->
                        read("server {\n    listen 21091\n    location / { proxy_pass http://100.64.0.7:9090; }\n}\n"))
                .hasMessageContaining("monitoring-proxy:2:5: directive 'listen' is not terminated by ';'");
    }

    @Test
    void a_file_of_stream_takes_no_mapping() throws IOException {
        GatewaySite site = read("server {\n    listen 21091;\n    proxy_pass 100.64.0.7:9090;\n}\n");

        assertThat(site.mappings()).hasSize(1);
        assertThatThrownBy(() -> new MappingEditor(site)
                        .add(new NewMapping(
                                "box2", TailnetAddress.parse("ip", "100.64.0.8"), Optional.empty(), Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("belongs to stream");
    }
}
