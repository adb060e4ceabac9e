package dev.monsh.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.site.NameClash;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.Sites;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds what a look at every pair of servers finds. */
class ServerIndexTest {

    private static String site(Random random) {
        StringBuilder text = new StringBuilder("http {\n");
        for (int i = 0; i < 25; i++) {
            text.append("server { ");
            for (int j = random.nextInt(3); j > 0; j--) {
                List<String> listens =
                        List.of("80", "8080", "8078-8081", "127.0.0.1:8080", "*:8080", "[::]:80", "80 default_server");
                text.append("listen ").append(any(listens, random)).append("; ");
            }
            for (int j = random.nextInt(3); j > 0; j--) {
                text.append("server_name ")
                        .append(any(List.of("a", "A b", "b c", "*.d", "\"\""), random))
                        .append("; ");
            }
            text.append("}\n");
        }
        return text.append("}\nstream { server { listen 8080; } server { listen 8070-8090; } }\n")
                .toString();
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_finds_the_same_as_a_look_at_every_pair(long seed) {
        List<ServerBlock> servers = Sites.of(site(new Random(seed))).servers();
        ServerIndex index = new ServerIndex(servers);
        for (int number = 0; number < servers.size(); number++) {
            ServerBlock server = servers.get(number);
            List<ServerBlock> before = servers.subList(0, number);
            for (PortRange ports : server.ports()) {
                assertThat(index.clashing(number, server, ports))
                        .containsExactlyElementsOf(before.stream()
                                .filter(other -> new NameClash(other, server).on(ports))
                                .toList());
                assertThat(index.otherProtocols(number, server, ports))
                        .containsExactlyElementsOf(before.stream()
                                .filter(other ->
                                        other.protocol() != server.protocol() && other.listensOn(ports.first()))
                                .toList());
            }
        }
        List<PortRange> asked = servers.stream()
                .flatMap(server -> server.ports().stream())
                .distinct()
                .toList();
        for (PortRange ports : asked) {
            assertThat(IntStream.range(0, servers.size()).filter(number -> index.isDefault(servers.get(number), ports)))
                    .as("the defaults of %s", ports)
                    .hasSize(1);
        }
    }
}
