package dev.monsh.adapter.docker.container;

import dev.monsh.json.JsonTree;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks an engine of this machine on its own socket: the docker program takes 20 ms and more for each question, the engine
 * two. The paths are those of the Engine API (docs.docker.com, "Docker Engine API").
 */
record SocketContainers(EngineSocket socket) implements ContainerSource {

    private static final int NOT_FOUND = 404;

    @Override
    public void ping() {
        socket.get("/_ping");
    }

    @Override
    public List<Listed> list() {
        String filters = "{\"label\":[\"" + Containers.PROJECT + "\"]}";
        JsonTree answer = socket.get(
                        "/containers/json?all=1&filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8))
                .json();
        List<Listed> listed = new ArrayList<>();
        for (JsonTree container : answer.elements()) {
            Map<String, String> labels = container.get("Labels").textByName();
            listed.add(new Listed(
                    container.text("Id"),
                    labels.getOrDefault(Containers.PROJECT + ".working_dir", ""),
                    Boolean.parseBoolean(labels.get(Containers.ONE_OFF))));
        }
        return listed;
    }

    @Override
    public List<JsonTree> inspect(List<String> ids) {
        return ids.stream()
                .map(id -> socket.get("/containers/" + id + "/json"))
                .filter(answer -> answer.status() != NOT_FOUND)
                .map(EngineSocket.Answer::json)
                .toList();
    }
}
