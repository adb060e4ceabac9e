package dev.monsh.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.audit.GatewayAudit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A verdict is remembered for servers that say the same, and for no others. */
class SeenExposuresTest {

    private static String server(int number, String location) {
        return """
                server {
                    listen %d;
                    server_name gw%d.example;
                    access_log /var/log/nginx/%d.log;
                    location / { %s }
                }
                """.formatted(10_000 + number, number, number, location);
    }

    private static List<AuditFinding> findings(String... locations) {
        StringBuilder text = new StringBuilder("http {\n");
        for (int i = 0; i < locations.length; i++) {
            text.append(server(i, locations[i]));
        }
        return GatewayAudit.findings(Sites.of(text.append("}\n").toString()));
    }

    private static List<Integer> ports(List<AuditFinding> findings, String check) {
        return findings.stream()
                .filter(each -> each.check().equals(check))
                .map(AuditFinding::port)
                .sorted()
                .toList();
    }

    /** Returns the verdicts about all servers, each that was worked out once. */
    private static Set<Exposure> verdicts(GatewaySite site) {
        MappingLabel label = new MappingLabel(site.boxes());
        Set<Exposure> verdicts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ServerBlock server : site.servers()) {
            Target target = server.targets().getFirst();
            verdicts.add(site.seen().of(server, target, label.service(server, target)));
        }
        return verdicts;
    }

    @Test
    void servers_that_differ_in_ports_names_logs_and_targets_are_judged_once() {
        String servers = IntStream.range(0, 200)
                .mapToObj(number -> "upstream u%d { server 100.64.1.%d:%d; }\n"
                                .formatted(number, number % 250 + 1, number % 2 == 0 ? 9090 : 3100)
                        + server(number, "proxy_pass http://u" + number + ";"))
                .collect(Collectors.joining());
        GatewaySite site = Sites.of("http {\n" + servers + "}\n");

        assertThat(ports(GatewayAudit.findings(site), "writes")).hasSize(200);
        assertThat(site.mappings()).hasSize(200).noneMatch(PortMapping::allowlists);

        assertThat(verdicts(site)).hasSize(2);
    }

    @Test
    void a_target_that_is_made_from_variables_is_judged_by_its_own_text() {
        String reading = "if ($uri !~ ^/ready$) { return 403; } proxy_pass http://";
        List<AuditFinding> findings =
                findings(reading + "100.64.0.7:3100$uri;", reading + "100.64.0.8:3100/$arg_path;");

        assertThat(ports(findings, "undecided")).containsExactly(10_001);
        assertThat(findings)
                .filteredOn(each -> each.check().equals("undecided"))
                .singleElement()
                .satisfies(each -> assertThat(each.evidence()).contains("/$arg_path"));
    }

    @Test
    void settings_around_the_servers_count() {
        String servers = server(0, "proxy_pass http://100.64.0.7:3100;");
        GatewaySite site = Sites.of("http { deny all; " + servers + "}\nhttp { " + servers + "}\n");

        assertThat(site.mappings()).extracting(PortMapping::allowlists).containsExactly(true, false);
    }
}
