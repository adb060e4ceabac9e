package dev.monsh.adapter.docker.observe;

import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.json.JsonTree;
import dev.monsh.os.ProgramRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images that the engine has; each is asked for once. */
final class Images {

    private final DockerCli cli;
    private final Duration timeout;
    private final Map<String, Optional<JsonTree>> known = new HashMap<>();

    Images(DockerCli cli, Duration timeout) {
        this.cli = cli;
        this.timeout = timeout;
    }

    /** Returns what an image's name means now; empty where it is not on the engine's machine. */
    String id(String name) {
        return find(name).map(image -> image.text("Id")).orElse("");
    }

    /** Returns the command that an image has. */
    Optional<List<String>> command(String nameOrId) {
        return find(nameOrId).map(image -> image.get("Config").get("Cmd").texts());
    }

    /** Returns the variables that an image sets. */
    Map<String, String> environment(String nameOrId) {
        return find(nameOrId)
                .map(image -> variables(image.get("Config").get("Env").texts()))
                .orElse(Map.of());
    }

    /** Reads {@code NAME=value} texts. */
    static Map<String, String> variables(List<String> texts) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            variables.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return variables;
    }

    private Optional<JsonTree> find(String nameOrId) {
        return nameOrId.isEmpty() ? Optional.empty() : known.computeIfAbsent(nameOrId, this::inspect);
    }

    private Optional<JsonTree> inspect(String nameOrId) {
        ProgramRun.Ended output = cli.docker(timeout, List.of("image", "inspect", nameOrId));
        return output.ok()
                ? Containers.parse(output.outText()).elements().stream().findFirst()
                : Optional.empty();
    }
}
