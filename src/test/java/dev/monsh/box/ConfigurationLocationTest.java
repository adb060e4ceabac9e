package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationLocationTest {

    private static final Path HOME = Path.of("/home/u");
    private static final Path FOLDER = Path.of("/srv");

    @Test
    void theOptionComesFirstThenTheVariable() {
        Map<String, String> environment = Map.of("MONSH_CONFIG", "e.yml");
        assertThat(ConfigurationLocation.of(Optional.of("../o.yml"), environment, HOME, FOLDER))
                .isEqualTo(new ConfigurationLocation(Path.of("/o.yml"), true));
        assertThat(ConfigurationLocation.of(Optional.empty(), environment, HOME, FOLDER))
                .isEqualTo(new ConfigurationLocation(Path.of("/srv/e.yml"), true));
    }

    @Test
    void withoutThemItIsTheFileOfTheXdgSpecification() {
        assertThat(ConfigurationLocation.of(Optional.empty(), Map.of("XDG_CONFIG_HOME", "/x"), HOME, FOLDER))
                .isEqualTo(new ConfigurationLocation(Path.of("/x/monsh/config.yml"), false));
        Path usual = Path.of("/home/u/.config/monsh/config.yml");
        for (Map<String, String> environment : java.util.List.of(
                Map.<String, String>of(), Map.of("XDG_CONFIG_HOME", "relative"), Map.of("MONSH_CONFIG", ""))) {
            assertThat(ConfigurationLocation.of(Optional.empty(), environment, HOME, FOLDER))
                    .isEqualTo(new ConfigurationLocation(usual, false));
        }
    }
}
