package dev.monsh.gateway.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Sites;
import dev.monsh.gateway.site.Target;
import dev.monsh.testing.NginxCorpus;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to a file and undone leaves every byte as it was; what is done touches only its block. */
public class MappingRoundTripTest {

    /** A line end behind it would be one byte more than nginx reads. */
    private static final String FULL = "comment up to the limit at the end";

    private static final NewMapping MAPPING =
            new NewMapping("aibox-9", TailnetAddress.parse("ip", "100.64.0.9"), Optional.empty(), Optional.empty());

    public static Stream<NginxCorpus.Sample> files() {
        return NginxCorpus.all().stream()
                .filter(NginxCorpus.Sample::valid)
                .filter(sample -> !sample.name().equals(FULL));
    }

    @Test
    void a_last_comment_that_no_line_end_may_follow_is_refused_with_its_place() {
        NginxCorpus.Sample full = NginxCorpus.all().stream()
                .filter(sample -> sample.name().equals(FULL))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> new MappingEditor(Sites.of(full.bytes())).add(MAPPING))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("site:2:1: this comment is longer than the 4096 bytes");
    }

    @Test
    void the_corpus_of_valid_files_is_large() {
        assertThat(files().count()).isGreaterThan(110);
    }

    @ParameterizedTest
    @MethodSource("files")
    void add_and_remove_of_a_box_give_back_the_very_same_bytes(NginxCorpus.Sample sample) {
        GatewaySite site = Sites.of(sample.bytes());

        MappingChange added = new MappingEditor(site).add(MAPPING);
        MappingChange removed = new MappingEditor(site.with(added.after())).removeBox("aibox-9");

        assertThat(removed.after().bytes()).isEqualTo(sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void add_and_remove_of_each_port_give_back_the_very_same_bytes(NginxCorpus.Sample sample) {
        GatewaySite site = Sites.of(sample.bytes());

        MappingChange added = new MappingEditor(site).add(MAPPING);
        MappingChange half =
                new MappingEditor(site.with(added.after())).remove(added.ports().get(0));
        MappingChange removed =
                new MappingEditor(site.with(half.after())).remove(added.ports().get(1));

        assertThat(removed.after().bytes()).isEqualTo(sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void add_only_appends(NginxCorpus.Sample sample) {
        byte[] after =
                new MappingEditor(Sites.of(sample.bytes())).add(MAPPING).after().bytes();

        assertThat(Arrays.copyOf(after, sample.bytes().length)).isEqualTo(sample.bytes());
        assertThat(after.length).isGreaterThan(sample.bytes().length);
    }

    @ParameterizedTest
    @MethodSource("files")
    void set_and_move_touch_only_their_block_and_can_be_undone(NginxCorpus.Sample sample) {
        GatewaySite site = Sites.of(sample.bytes());
        for (PortMapping mapping : site.mappings()) {
            int port = mapping.publicPort();
            boolean once = site.mappings().stream()
                            .filter(each -> each.publicPort() == port)
                            .count()
                    == 1;
            if (once && mapping.target() instanceof Target.Address target) {
                roundTrip(site, mapping, target);
            }
        }
    }

    private static void roundTrip(GatewaySite site, PortMapping mapping, Target.Address target) {
        int port = mapping.publicPort();
        MappingChange set = new MappingEditor(site).set(port, ServiceAddress.parse("t", "100.64.0.99:9999"));
        requireOnlyBlockChanged(set, mapping.line());
        MappingChange back =
                new MappingEditor(site.with(set.after())).set(port, ServiceAddress.parse("t", target.text()));
        assertThat(back.after().bytes()).isEqualTo(site.file().bytes());

        MappingChange moved = new MappingEditor(site).move(port, 65_000);
        requireOnlyBlockChanged(moved, mapping.line());
        assertThat(new MappingEditor(site.with(moved.after()))
                        .move(65_000, port)
                        .after()
                        .bytes())
                .isEqualTo(site.file().bytes());
    }

    private static void requireOnlyBlockChanged(MappingChange change, int line) {
        byte[] before = change.before().file().bytes();
        byte[] after = change.after().bytes();
        NginxFile file = change.before().file();
        Directive block = file.root().directives().stream()
                .filter(each -> each.is("server") && file.line(each.start()) == line)
                .reduce((first, last) -> last)
                .orElseThrow();
        int same = Arrays.mismatch(before, after);
        int tail = 0;
        while (before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        assertThat(same).isGreaterThan(firstOnLine(file, line));
        assertThat(before.length - tail).isLessThanOrEqualTo(block.end());
    }

    private static int firstOnLine(NginxFile file, int line) {
        return file.root().directives().stream()
                .filter(each -> each.is("server") && file.line(each.start()) == line)
                .findFirst()
                .orElseThrow()
                .start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events {}\nhttp {\n\tserver { listen 1; }\n}\n",
                "events {}\nhttp {\n}\n",
                "events {}\nhttp {}\n",
                "events {}\nhttp { server { listen 1; } }",
                "events {}\nhttp {\n    include a;\n\n}\nstream { server { listen 5; proxy_pass 127.0.0.1:6; } }\n",
                "http {\r\n  server {\r\n    listen 1;\r\n  }\r\n}\r\n",
                "http {\n    server { listen 1; } # one\n    # last\n}\n# end",
                "http {\n    server { listen 1; } }\n"
            })
    void add_and_remove_within_a_main_file_give_back_the_very_same_bytes(String text) {
        GatewaySite site = Sites.of(text);

        MappingChange added = new MappingEditor(site).add(MAPPING);
        MappingChange half =
                new MappingEditor(site.with(added.after())).remove(added.ports().get(1));
        MappingChange removed =
                new MappingEditor(site.with(half.after())).remove(added.ports().get(0));

        assertThat(site.with(added.after()).mappings()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Sites.text(removed)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void hardening_twice_is_hardening_once(NginxCorpus.Sample sample) {
        GatewaySite site = Sites.of(sample.bytes());
        MappingChange once = Hardening.of(site, HardenOptions.NONE);

        assertThat(Hardening.of(site.with(once.after()), HardenOptions.NONE).isEmpty())
                .isTrue();
    }
}
