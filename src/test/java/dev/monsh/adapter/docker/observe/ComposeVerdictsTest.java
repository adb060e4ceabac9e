package dev.monsh.adapter.docker.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.stack.drift.ObservedService.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposeVerdictsTest {

    private static Container container(String service, String hash, String version) {
        return new Container(Containers.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "%s", "com.docker.compose.config-hash": "%s",
                "com.docker.compose.version": "%s"}}}
                """.formatted(service, hash, version)));
    }

    private static Verdict verdict(Container container) {
        return ComposeVerdicts.read("loki 11aa\nprometheus 22bb\n", "2.26.1-4").of(container);
    }

    @Test
    void anEqualHashIsTheSameDefinitionWhateverMadeIt() {
        assertThat(verdict(container("loki", "11aa", "2.26.1"))).isEqualTo(Verdict.SAME);
        assertThat(verdict(container("loki", "11aa", "2.20.0"))).isEqualTo(Verdict.SAME);
    }

    @Test
    void anotherHashOfTheSameComposeIsAnotherDefinition() {
        assertThat(verdict(container("loki", "22bb", "2.26.1"))).isEqualTo(Verdict.OTHER);
    }

    @Test
    void anotherHashOfAnotherComposeTellsNothing() {
        assertThat(verdict(container("loki", "22bb", "2.27.0"))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aServiceThatIsCompletedAtItsStartIsTheSameOrNothingIsKnown() {
        ComposeVerdicts verdicts = ComposeVerdicts.read("loki 11aa\n", "2.26.1").unsureOf(Set.of("loki"));
        assertThat(verdicts.of(container("loki", "22bb", "2.26.1"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdicts.of(container("loki", "11aa", "2.26.1"))).isEqualTo(Verdict.SAME);
    }

    @Test
    void withoutAHashNothingIsKnown() {
        assertThat(verdict(container("promtail", "22bb", "2.26.1"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(container("loki", "", "2.26.1"))).isEqualTo(Verdict.UNKNOWN);
    }
}
