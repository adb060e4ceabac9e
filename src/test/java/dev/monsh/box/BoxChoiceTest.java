package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoxChoiceTest {

    private static final Credential PASSWORD = new Credential.Basic("grafana", new Secret.FromEnvironment("PW"));
    private static final ClientCertificate CERTIFICATE = new ClientCertificate(Path.of("/c"), Path.of("/k"));
    private static final Endpoint GUARDED = new Endpoint(
            URI.create("https://gw:9091"),
            PASSWORD,
            Map.of("X-Scope-OrgID", "a"),
            Optional.of(Path.of("/ca")),
            Optional.of(CERTIFICATE));

    @Test
    void theOptionComesBeforeTheVariableAndThatBeforeTheConfiguration() {
        Configuration configuration = configuration(Optional.of("a"), "a", "b", "c");
        Map<String, String> environment = Map.of("MONSH_BOX", "b");
        assertThat(BoxChoice.choose(configuration, Optional.of("c"), environment)
                        .name())
                .isEqualTo("c");
        assertThat(BoxChoice.choose(configuration, Optional.empty(), environment)
                        .name())
                .isEqualTo("b");
        assertThat(BoxChoice.choose(configuration, Optional.empty(), Map.of()).name())
                .isEqualTo("a");
        assertThat(BoxChoice.choose(configuration, Optional.empty(), Map.of("MONSH_BOX", ""))
                        .name())
                .isEqualTo("a");
    }

    @Test
    void theOnlyBoxNeedsNoChoice() {
        assertThat(BoxChoice.choose(configuration(Optional.empty(), "a"), Optional.empty(), Map.of())
                        .name())
                .isEqualTo("a");
    }

    @Test
    void severalBoxesAndNoneInUseIsAFaultOfTheCall() {
        assertThatThrownBy(
                        () -> BoxChoice.choose(configuration(Optional.empty(), "a", "b"), Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.next()).isEqualTo(new BoxNextStep.Use("a")))
                .hasMessageContaining("a, b");
    }

    @Test
    void anUnknownNameComesWithTheNearest() {
        Configuration configuration = configuration(Optional.empty(), "odk04", "aibox-2");
        assertThatThrownBy(() -> BoxChoice.choose(configuration, Optional.of("obk04"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("box 'obk04': no box has this name; did you mean 'odk04'?");
        assertThatThrownBy(() -> BoxChoice.choose(configuration, Optional.of("zzz"), Map.of()))
                .hasMessage("box 'zzz': no box has this name; there is odk04, aibox-2");
    }

    @Test
    void aUrlOfTheSameOriginKeepsEverything() {
        Box box = chosen(Map.of("MONSH_PROMETHEUS_URL", "https://GW:9091/prefix"));
        assertThat(box.prometheus()).isEqualTo(GUARDED.withUrl(URI.create("https://GW:9091/prefix")));
    }

    @Test
    void aUrlOfAnotherOriginGetsNeitherCredentialNorCertificate() {
        for (String url : new String[] {"https://gw:9092", "http://gw:9091", "https://other:9091"}) {
            Box box = chosen(Map.of("MONSH_PROMETHEUS_URL", url));
            assertThat(box.prometheus())
                    .isEqualTo(new Endpoint(
                            URI.create(url),
                            new Credential.None(),
                            GUARDED.headers(),
                            GUARDED.caFile(),
                            Optional.empty()));
        }
    }

    @Test
    void aUrlGivesABoxAServerThatItDidNotHave() {
        Box box = chosen(Map.of("MONSH_LOKI_URL", "http://localhost:3101"));
        assertThat(box.loki()).isEqualTo(Endpoint.of("http://localhost:3101"));
        assertThat(box.prometheus()).isEqualTo(GUARDED);
    }

    @Test
    void badUrlsAreReportedTogetherUnderTheirVariables() {
        Map<String, String> environment = Map.of("MONSH_LOKI_URL", "loki", "MONSH_PROMETHEUS_URL", "http://u:p@h");
        assertThatThrownBy(() -> chosen(environment))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.place())
                                .containsExactly("MONSH_PROMETHEUS_URL", "MONSH_LOKI_URL"));
    }

    @Test
    void aServerWithoutAnAddressIsNamedWithTheKeyToAdd() {
        assertThatThrownBy(() -> chosen(Map.of()).loki())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("box a: no address of Loki is configured: add 'loki: {url: …}' under it");
    }

    private static Box chosen(Map<String, String> environment) {
        return BoxChoice.choose(configuration(Optional.of("a"), "a"), Optional.empty(), environment);
    }

    private static Configuration configuration(Optional<String> current, String... names) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (String name : names) {
            boxes.put(name, new Box(name, Optional.empty(), Map.of(Server.PROMETHEUS, GUARDED), Optional.empty()));
        }
        return new Configuration(
                Path.of("/c.yml"),
                true,
                current,
                boxes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ConsoleSettings.USUAL);
    }
}
