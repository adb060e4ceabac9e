package dev.monsh.adapter.docker.observe;

import dev.monsh.json.JsonTree;
import dev.monsh.stack.drift.ServiceDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The services as Compose itself understands the files.
 *
 * @param model what {@code docker compose config --format json} prints; the names are those of the Compose specification
 */
record DeclaredServices(JsonTree model) {

    Set<String> names() {
        return model.get("services").members().keySet();
    }

    /** Returns a service's definition; empty where the files have none of that name. */
    Optional<ServiceDefinition> find(String name, Images images) {
        return Optional.ofNullable(model.get("services").members().get(name)).map(service -> read(service, images));
    }

    /**
     * Returns the services whose definition Compose completes only when it starts them, so that their hash is another then:
     * with files of variables, or in a namespace of another service's container. The model must be one without variables put
     * in, since only that still has the files' names.
     */
    Set<String> completedAtStart() {
        Set<String> completed = new LinkedHashSet<>();
        model.get("services").members().forEach((name, service) -> {
            boolean files = !service.get("env_file").equals(JsonTree.EMPTY);
            boolean volumes = !service.get("volumes_from").elements().isEmpty();
            boolean shared = Stream.of("network_mode", "ipc", "pid")
                    .anyMatch(key -> service.text(key).startsWith("service:"));
            if (files || volumes || shared) {
                completed.add(name);
            }
        });
        return completed;
    }

    private ServiceDefinition read(JsonTree service, Images images) {
        String image = service.text("image");
        return new ServiceDefinition(
                image,
                command(service, image, images),
                ports(service),
                mounts(service),
                environment(service),
                plain(service.text("network_mode")),
                networks(service));
    }

    /** An entry point of the service's own takes the image's command away (Compose specification, "entrypoint"). */
    private static Optional<List<String>> command(JsonTree service, String image, Images images) {
        List<String> own = plain(service.get("command").texts());
        if (!own.isEmpty() || !service.get("entrypoint").elements().isEmpty()) {
            return Optional.of(own);
        }
        return images.command(image);
    }

    private static Set<String> ports(JsonTree service) {
        Set<String> ports = new LinkedHashSet<>();
        for (JsonTree port : service.get("ports").elements()) {
            ports.add(PortText.of(
                    port.text("host_ip"), port.text("published"), port.text("target"), port.text("protocol")));
        }
        return ports;
    }

    private Set<String> mounts(JsonTree service) {
        Set<String> mounts = new LinkedHashSet<>();
        for (JsonTree volume : service.get("volumes").elements()) {
            String source = plain(volume.text("source"));
            String end = ":" + plain(volume.text("target"))
                    + (volume.text("read_only").equals("true") ? ":ro" : ":rw");
            switch (volume.text("type")) {
                case "bind" -> mounts.add(source + end);
                case "volume" -> {
                    if (!source.isEmpty()) {
                        mounts.add(engineName("volumes", source) + end);
                    }
                }
                default -> {
                    // what Compose mounts otherwise is not among a container's mounts
                }
            }
        }
        for (JsonTree config : service.get("configs").elements()) {
            String name = config.text("source");
            String file = plain(model.get("configs").get(name).text("file"));
            String target = plain(config.text("target"));
            if (!file.isEmpty()) {
                String inside = target.isEmpty() ? "/" + name : target;
                mounts.add(file + ":" + inside + ":ro");
            }
        }
        return mounts;
    }

    private static Map<String, String> environment(JsonTree service) {
        Map<String, String> variables = new LinkedHashMap<>();
        service.get("environment").textByName().forEach((name, value) -> variables.put(name, plain(value)));
        return variables;
    }

    private Set<String> networks(JsonTree service) {
        Set<String> networks = new TreeSet<>();
        service.get("networks").members().keySet().forEach(network -> networks.add(engineName("networks", network)));
        return networks;
    }

    private String engineName(String kind, String name) {
        String named = model.get(kind).get(name).text("name");
        return named.isEmpty() ? name : named;
    }

    private static List<String> plain(List<String> texts) {
        List<String> plain = new ArrayList<>();
        texts.forEach(text -> plain.add(plain(text)));
        return plain;
    }

    /** Compose writes a dollar sign twice, so that what it prints can be read again. */
    private static String plain(String text) {
        return text.replace("$$", "$");
    }
}
