package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.tailnet.AddressCheck;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.PeerLink;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.testing.FakeTailscale;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the status as Tailscale documents it in its package ipnstate. */
class TailscaleStatusTest {

    private static Tailnet running() {
        return TailscaleStatus.read("this machine", FakeTailscale.RUNNING);
    }

    private static Peer peer(String address) {
        return running().at(address).orElseThrow();
    }

    @Test
    void this_machine_comes_first_then_the_others_by_name_and_sharees_are_left_out() {
        assertThat(running().peers())
                .extracting(Peer::name)
                .containsExactly("desk", "\u001b[31mred", "aibox-2", "odk04-1", "old-box");
        assertThat(running().peers()).extracting(Peer::self).containsExactly(true, false, false, false, false);
    }

    @Test
    void a_link_is_direct_relayed_or_idle() {
        assertThat(peer("100.64.0.7").link()).isEqualTo(new PeerLink.Direct("192.0.2.7:41641"));
        assertThat(peer("100.64.0.8").link()).isEqualTo(new PeerLink.Relayed("DERP nyc"));
        assertThat(peer("100.64.0.9").link()).isEqualTo(new PeerLink.Idle("DERP fra"));
        assertThat(peer("100.64.0.1").link()).isEqualTo(new PeerLink.Idle(""));
    }

    @Test
    void times_that_go_writes_for_never_are_none() {
        assertThat(peer("100.64.0.8").lastSeen()).isEmpty();
        assertThat(peer("100.64.0.9").lastSeen()).contains(Instant.parse("2026-11-01T08:00:00.5Z"));
        assertThat(peer("100.64.0.1").keyExpiry()).isEmpty();
        assertThat(peer("100.64.0.7").keyExpiry()).contains(Instant.parse("2027-04-30T22:00:00Z"));
        assertThat(peer("100.64.0.9").expired()).isTrue();
    }

    @Test
    void a_machine_is_meant_by_each_of_its_names_and_addresses() {
        assertThat(running().called("AIBOX-2")).hasSize(1);
        assertThat(running().called("aibox-2.tail1.ts.net.")).hasSize(1);
        assertThat(running().called("odk04")).hasSize(1);
        assertThat(running().called("odk04-1")).hasSize(1);
        assertThat(running().called("FD7A:115c:a1e0::8")).hasSize(1);
        assertThat(running().called("aibox")).isEmpty();
        assertThat(running().called("")).isEmpty();
    }

    @Test
    void what_is_odd_about_an_address_is_told() {
        AddressCheck check = new AddressCheck(running());
        assertThat(check.warnings("aibox-2", "100.64.0.8")).isEmpty();
        assertThat(check.warnings("aibox-3", "100.64.0.8"))
                .containsExactly("100.64.0.8 is the address of aibox-2 in the tailnet, not of aibox-3");
        assertThat(check.warnings("old-box", "100.64.0.9"))
                .containsExactly("the key of old-box has expired; log that machine in to the tailnet again");
        assertThat(check.warnings("x", "100.64.0.99"))
                .containsExactly("tailscale on this machine does not know a machine with the address 100.64.0.99");
        Tailnet unexpired = TailscaleStatus.read(
                "this machine", FakeTailscale.RUNNING.replace("\"Expired\":true", "\"Expired\":false"));
        assertThat(new AddressCheck(unexpired).warnings("old-box", "100.64.0.9"))
                .containsExactly("old-box is offline, last seen 2026-11-01T08:00:00.500Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "nonsense", "{\"Peer\":{}}", "{\"BackendState\":\"Running\""})
    void what_is_no_status_is_rejected(String text) {
        assertThatThrownBy(() -> TailscaleStatus.read("this machine", text))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void fields_that_are_missing_or_new_are_no_failure() {
        Tailnet bare = TailscaleStatus.read(
                "this machine", "{\"BackendState\":\"Running\",\"New\":[{}],\"Peer\":{\"k\":{\"LastSeen\":\"soon\"}}}");
        assertThat(bare.peers()).singleElement().satisfies(peer -> {
            assertThat(peer.name()).isEmpty();
            assertThat(peer.online()).isFalse();
            assertThat(peer.lastSeen()).isEmpty();
            assertThat(peer.mainAddress()).isEmpty();
        });
    }
}
