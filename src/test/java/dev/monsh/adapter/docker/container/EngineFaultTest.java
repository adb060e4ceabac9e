package dev.monsh.adapter.docker.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProgramRun;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The texts are those of docker 20.10 and 28 and of Compose 2.26. */
class EngineFaultTest {

    private static MonshException explain(String err) {
        return new EngineFault(new ProgramRun.Ended(1, new byte[0], err.getBytes(StandardCharsets.UTF_8)))
                .explain("docker compose", "/s/docker-compose.yml");
    }

    @Test
    void anEngineThatDoesNotAnswerIsUnreachable() {
        assertThat(explain("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon"
                        + " running?"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("unix:///var/run/docker.sock: no Docker engine answers there");
    }

    @Test
    void anEngineThatDoesNotLetTheUserInIsNotAnAbsentOne() {
        assertThat(explain("permission denied while trying to connect to the Docker daemon socket at"
                        + " unix:///var/run/docker.sock: Get \"http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json\":"
                        + " dial unix /var/run/docker.sock: connect: permission denied"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("unix:///var/run/docker.sock: this user may not talk to the Docker engine");
    }

    @Test
    void theObsoleteVersionIsNotTheReason() {
        assertThat(explain("time=\"2026-11-22T20:49:18Z\" level=warning msg=\"the attribute `version` is obsolete\"\n"
                        + "service \"prometheus\" refers to undefined network lgtm-net: invalid compose project"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "/s/docker-compose.yml: service \"prometheus\" refers to undefined network lgtm-net: invalid"
                                + " compose project");
    }

    @Test
    void thePlaceOfAFaultIsKept() {
        assertThat(explain("yaml: line 14: mapping values are not allowed in this context"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("/s/docker-compose.yml:14:1: mapping values are not allowed in this context");
    }

    @Test
    void theFileThatIsNamedIsKept() {
        assertThat(explain("validating /s/other.yml: (root) Additional property x is not allowed"))
                .hasMessage("/s/other.yml: (root) Additional property x is not allowed");
        assertThat(explain("parsing /s/other.yml: yaml: line 7: did not find expected key"))
                .hasMessage("/s/other.yml:7:1: did not find expected key");
    }

    @Test
    void whatIsNotKnownIsQuotedWithoutDockersPreface() {
        assertThat(explain("Error response from daemon: something new"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("docker compose: something new");
    }

    @Test
    void aFailureWithoutAWordIsSaidToBeOne() {
        assertThat(explain("")).hasMessage("docker compose: ended with exit code 1 and said nothing");
    }
}
