package dev.monsh.testing.docker;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.StackContainers;
import dev.monsh.json.JsonTree;
import dev.monsh.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Containers that are what a test makes of them. */
public final class ScriptedContainers implements StackContainers {

    private final Map<String, Container> containers = new LinkedHashMap<>();
    private List<String> output = List.of();

    /**
     * Puts a service's container into a state, in place of the one with that id.
     *
     * @param state what {@code docker inspect} has under {@code State}, as JSON
     */
    public void put(String service, String id, int restarts, String state) {
        String json = """
                {"Id": "%s", "Config": {"Labels": {"com.docker.compose.service": "%s"}}, "RestartCount": %d, "State": %s}
                """.formatted(id, service, restarts, state);
        try {
            containers.put(id, new Container(JsonTree.parse(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a container. */
    public void remove(String id) {
        containers.remove(id);
    }

    /** Sets what every container has said. */
    public void say(String... lines) {
        output = List.of(lines);
    }

    @Override
    public List<Container> of(Stack stack) {
        return List.copyOf(containers.values());
    }

    @Override
    public List<Container> inspect(List<String> ids) {
        return containers.values().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
    }

    @Override
    public List<String> lastLines(Container container, int lines) {
        return output.subList(Math.max(0, output.size() - lines), output.size());
    }
}
