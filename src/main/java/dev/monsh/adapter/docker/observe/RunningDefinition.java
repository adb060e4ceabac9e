package dev.monsh.adapter.docker.observe;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.json.JsonTree;
import dev.monsh.stack.drift.ServiceDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The definition that a container was created from.
 *
 * @param declared what its service is declared as: what an engine adds by itself is taken for declared
 */
record RunningDefinition(Container container, ServiceDefinition declared) {

    /** Volumes without a name of their own are those that an image wants. */
    private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");
    /** The docker program sets these from its own configuration (docs.docker.com, "Configure the Docker CLI"). */
    private static final Pattern PROXY = Pattern.compile("(https?|ftp|no|all)_proxy");

    ServiceDefinition read() {
        return new ServiceDefinition(
                container.image(),
                Optional.of(container.command()),
                ports(),
                mounts(),
                environment(),
                networkMode(),
                networks());
    }

    private JsonTree host() {
        return container.inspected().get("HostConfig");
    }

    private Set<String> ports() {
        Set<String> ports = new LinkedHashSet<>();
        host().get("PortBindings").members().forEach((target, bindings) -> {
            String[] words = target.split("/", 2);
            for (JsonTree binding : bindings.elements()) {
                String protocol = words.length > 1 ? words[1] : "";
                ports.add(PortText.of(binding.text("HostIp"), binding.text("HostPort"), words[0], protocol));
            }
        });
        return ports;
    }

    private Set<String> mounts() {
        Set<String> mounts = new LinkedHashSet<>();
        for (JsonTree mount : container.inspected().get("Mounts").elements()) {
            boolean volume = mount.text("Type").equals("volume");
            String source = volume ? mount.text("Name") : mount.text("Source");
            String target = mount.text("Destination");
            boolean ofImage = volume && ANONYMOUS.matcher(source).matches();
            boolean secret = target.startsWith("/run/secrets/");
            if (!ofImage && !secret && (volume || mount.text("Type").equals("bind"))) {
                mounts.add(source + ":" + target + (mount.text("RW").equals("true") ? ":rw" : ":ro"));
            }
        }
        return mounts;
    }

    private Map<String, String> environment() {
        Map<String, String> all = Images.variables(container.config().get("Env").texts());
        Map<String, String> variables = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            boolean added = PROXY.matcher(name.toLowerCase(Locale.ROOT)).matches()
                    && !declared.environment().containsKey(name);
            if (!added) {
                variables.put(name, value);
            }
        });
        // a variable that is declared without a value and is not set either is left out by Compose
        declared.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.putIfAbsent(name, value);
            }
        });
        return variables;
    }

    /** A network's own name is the mode of a container without a shared namespace. */
    private String networkMode() {
        String mode = host().text("NetworkMode");
        if (mode.startsWith("container:") && declared.networkMode().matches("(service|container):.*")) {
            return declared.networkMode();
        }
        boolean shared = mode.equals("host") || mode.equals("none") || mode.startsWith("container:");
        return shared || mode.equals(declared.networkMode()) ? mode : "";
    }

    /** Only a running container is attached to networks. */
    private Set<String> networks() {
        return container.isUp() && networkMode().isEmpty()
                ? new TreeSet<>(container
                        .inspected()
                        .get("NetworkSettings")
                        .get("Networks")
                        .members()
                        .keySet())
                : declared.networks();
    }
}
