package dev.monsh.adapter.docker.container;

import dev.monsh.json.JsonTree;
import dev.monsh.stack.Health;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.ServiceState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A container as {@code docker inspect} shows it.
 *
 * @param inspected the whole of it; the names are those of the Engine API's ContainerInspect
 */
public record Container(JsonTree inspected) {

    private static final String SERVICE_LABEL = "com.docker.compose.service";
    private static final String HASH_LABEL = "com.docker.compose.config-hash";

    public String id() {
        return inspected.text("Id");
    }

    public String name() {
        return inspected.text("Name").replaceFirst("^/", "");
    }

    public String service() {
        return labels().getOrDefault(SERVICE_LABEL, "");
    }

    /** Returns the name of the Compose project that it belongs to. */
    public String project() {
        return labels().getOrDefault(Containers.PROJECT, "");
    }

    /** Returns the hash that Compose made of the service's definition when it created the container. */
    public String configHash() {
        return labels().getOrDefault(HASH_LABEL, "");
    }

    /** Returns the version of the Compose that created the container. */
    public String composeVersion() {
        return labels().getOrDefault("com.docker.compose.version", "");
    }

    public String image() {
        return config().text("Image");
    }

    /** Returns the digest of the image that it runs, which stays when the tag moves on. */
    public String imageId() {
        return inspected.text("Image");
    }

    public ServiceState state() {
        return switch (status()) {
            case "created" -> ServiceState.CREATED;
            case "running" -> ServiceState.RUNNING;
            case "paused" -> ServiceState.PAUSED;
            case "restarting" -> ServiceState.RESTARTING;
            default -> ServiceState.EXITED;
        };
    }

    private String status() {
        return inspected.get("State").text("Status");
    }

    public boolean isUp() {
        return state() == ServiceState.RUNNING;
    }

    public Health health() {
        return switch (inspected.get("State").get("Health").text("Status").toLowerCase(Locale.ROOT)) {
            case "starting" -> Health.STARTING;
            case "healthy" -> Health.HEALTHY;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.NONE;
        };
    }

    public int exitCode() {
        return (int) inspected.get("State").number("ExitCode");
    }

    public boolean outOfMemory() {
        return Boolean.parseBoolean(inspected.get("State").text("OOMKilled"));
    }

    /** Returns how many bytes of memory it may use at most; 0 for any. */
    public long memoryLimit() {
        return inspected.get("HostConfig").number("Memory");
    }

    /** Returns what the engine says of a failed start; empty where it did not fail. */
    public String error() {
        return inspected.get("State").text("Error");
    }

    public int restarts() {
        return (int) inspected.number("RestartCount");
    }

    public Optional<Long> pid() {
        long pid = inspected.get("State").number("Pid");
        return pid > 0 ? Optional.of(pid) : Optional.empty();
    }

    /** Returns when it was last started; Docker's year 1 means never. */
    public Optional<Instant> since() {
        try {
            Instant started = Instant.parse(inspected.get("State").text("StartedAt"));
            return started.getEpochSecond() > 0 ? Optional.of(started) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the ports that are forwarded now; only a running container has any. */
    List<PublishedPort> ports() {
        List<PublishedPort> ports = new ArrayList<>();
        inspected.get("NetworkSettings").get("Ports").members().forEach((target, bindings) -> {
            if (target.endsWith("/tcp")) {
                int inside = Integer.parseInt(target.substring(0, target.indexOf('/')));
                for (JsonTree binding : bindings.elements()) {
                    ports.add(new PublishedPort(binding.text("HostIp"), (int) binding.number("HostPort"), inside));
                }
            }
        });
        return ports;
    }

    public List<String> command() {
        return config().get("Cmd").texts();
    }

    public JsonTree config() {
        return inspected.get("Config");
    }

    private Map<String, String> labels() {
        return config().get("Labels").textByName();
    }
}
