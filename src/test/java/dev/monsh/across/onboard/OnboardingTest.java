package dev.monsh.across.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.step.Step;
import dev.monsh.step.StepResult;
import dev.monsh.step.StepResult.State;
import dev.monsh.step.StepRun;
import dev.monsh.testing.onboard.TestPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Onboarding over a real configuration file and a real site file, with a security group in memory. */
class OnboardingTest {

    @TempDir
    private Path folder;

    private TestPlaces places = new TestPlaces(Path.of("/"));

    @BeforeEach
    void prepare() throws IOException {
        places = new TestPlaces(folder).prepared();
    }

    private List<StepResult> onboard(Optional<String> address) {
        Onboarding onboarding = new Onboarding("aibox-2", address, places, places.journals());
        List<StepResult> results = new StepRun(false, onboarding::begin, result -> {}).run(onboarding.steps());
        if (results.stream().noneMatch(each -> each.state() == State.FAILED)) {
            onboarding.end();
        }
        return results;
    }

    private List<StepResult> offboard() {
        Offboarding offboarding = new Offboarding("aibox-2", places, places.journals());
        List<StepResult> results = new StepRun(false, offboarding::begin, result -> {}).run(offboarding.steps());
        if (results.stream().noneMatch(each -> each.state() == State.FAILED)) {
            offboarding.end();
        }
        return results;
    }

    private static State of(List<StepResult> results, String step) {
        return result(results, step).state();
    }

    private static StepResult result(List<StepResult> results, String step) {
        return results.stream()
                .filter(each -> each.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePortsOfTheMappingAreOpened() {
        List<StepResult> results = onboard(Optional.of("100.64.0.8"));
        assertThat(of(results, "mapping")).isEqualTo(State.DONE);
        assertThat(of(results, "security group")).isEqualTo(State.DONE);
        assertThat(places.openPorts()).containsExactly(9091, 3101);
        assertThat(places.site()).contains("listen 9091;", "http://100.64.0.8:9090");
        assertThat(onboard(Optional.empty())).extracting(StepResult::state).containsOnly(State.ALREADY, State.SKIPPED);
    }

    @Test
    void aRefusedSecurityGroupIsToldAndTheOthersAreDone() {
        places.refuseFirewall(new RefusedException(
                "security group sg-1", "AWS refuses ec2:AuthorizeSecurityGroupIngress", "monsh ec2 status"));
        List<StepResult> results = onboard(Optional.of("100.64.0.8"));
        assertThat(results).filteredOn(each -> each.state() == State.FAILED).hasSize(1);
        assertThat(result(results, "security group").words()).contains("ec2:AuthorizeSecurityGroupIngress");
        assertThat(result(results, "security group").next()).contains(new NextStep.Text("monsh ec2 status"));
        places.allowFirewall();
        assertThat(of(onboard(Optional.empty()), "security group")).isEqualTo(State.DONE);
    }

    /** Stops a run as a kill does: behind some step nothing more is called. */
    private void killedBehind(int steps) {
        Onboarding onboarding = new Onboarding("aibox-2", Optional.of("100.64.0.8"), places, places.journals());
        List<Step> some = new ArrayList<>(onboarding.steps().subList(0, steps));
        new StepRun(false, onboarding::begin, result -> {}).run(some);
    }

    @Test
    void aRunThatWasKilledAnywhereEndsInTheSameState() throws IOException {
        onboard(Optional.of("100.64.0.8"));
        String site = places.site();
        String configuration = places.configuration();
        int steps = new Onboarding("aibox-2", Optional.empty(), places, places.journals())
                .steps()
                .size();
        for (int behind = 1; behind < steps; behind++) {
            places = new TestPlaces(folder.resolve("run" + behind)).prepared();
            killedBehind(behind);
            assertThat(places.journals().read("aibox-2")).isPresent();
            onboard(Optional.empty());
            assertThat(places.site()).isEqualTo(site);
            assertThat(places.configuration()).isEqualTo(configuration);
            assertThat(places.openPorts()).containsExactly(9091, 3101);
            assertThat(places.journals().read("aibox-2")).isEmpty();
        }
    }

    @Test
    void offboardingLeavesNothingBehind() throws IOException {
        String site = places.site();
        String configuration = places.configuration();
        onboard(Optional.of("100.64.0.8"));
        assertThat(offboard()).extracting(StepResult::state).containsOnly(State.DONE, State.SKIPPED);
        assertThat(places.site()).doesNotContain("aibox-2", "100.64.0.8").startsWith(site.substring(0, 20));
        assertThat(places.configuration()).isEqualTo(configuration);
        assertThat(places.openPorts()).isEmpty();
        assertThat(offboard()).extracting(StepResult::state).containsOnly(State.ALREADY, State.SKIPPED);
    }

    @Test
    void aFirewallThatRefusesToCloseIsToldAndClosedByTheNextRun() {
        onboard(Optional.of("100.64.0.8"));
        places.refuseFirewall(new RefusedException("security group sg-1", "AWS refuses"));
        assertThat(of(offboard(), "security group")).isEqualTo(State.FAILED);
        places.allowFirewall();
        // the mapping and the configuration that told the ports are gone: the journal knows them
        assertThat(of(offboard(), "security group")).isEqualTo(State.DONE);
        assertThat(places.openPorts()).isEmpty();
    }

    @Test
    void anotherAddressThanTheConfiguredOneIsAConflict() {
        onboard(Optional.of("100.64.0.8"));
        List<StepResult> results = onboard(Optional.of("100.64.0.9"));
        assertThat(result(results, "configuration").words())
                .contains("its tailscale_ip in the configuration is 100.64.0.8, not 100.64.0.9");
        assertThat(result(results, "mapping").next())
                .contains(new GatewayNextStep.SetTarget(9091, Optional.of("100.64.0.9"), OptionalInt.of(9090)));
    }

    @Test
    void withoutAnAddressItSaysWhereOneCanComeFrom() {
        List<StepResult> results = onboard(Optional.empty());
        assertThat(result(results, "configuration").words()).contains("its tailnet address is unknown");
        assertThat(result(results, "configuration").next()).contains(new OnboardNextStep.GiveAddress());
        assertThat(places.openPorts()).isEmpty();
    }
}
