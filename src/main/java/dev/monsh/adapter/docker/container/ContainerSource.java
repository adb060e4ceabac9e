package dev.monsh.adapter.docker.container;

import dev.monsh.json.JsonTree;
import java.util.List;

/** Where what an engine knows of containers comes from: its socket, or the docker program. */
public interface ContainerSource {

    /**
     * A container that Compose made.
     *
     * @param workingFolder the folder of its project
     * @param oneOff whether it was made by {@code docker compose run}
     */
    record Listed(String id, String workingFolder, boolean oneOff) {}

    /** Returns when the engine answers, and throws where it does not. */
    void ping();

    /** Returns all containers that Compose made, also those that have ended. */
    List<Listed> list();

    /** Returns each of the containers as the Engine API's ContainerInspect; one that is gone by now is left out. */
    List<JsonTree> inspect(List<String> ids);
}
