package dev.monsh.stack.drift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service as a container is made of it, in one form for what is declared and for what runs.
 *
 * @param image by name
 * @param command the words after the entry point; empty where that is not known
 * @param ports each as {@code ADDRESS:PUBLISHED->TARGET/PROTOCOL}
 * @param mounts each as {@code SOURCE:TARGET:rw} or {@code :ro}; named volumes by the engine's name
 * @param environment beyond what the image sets
 * @param networkMode the shared network namespace, such as {@code host}; empty for networks of its own
 * @param networks the networks that it is attached to, by the engine's name; empty where that is not known
 */
public record ServiceDefinition(
        String image,
        Optional<List<String>> command,
        Set<String> ports,
        Set<String> mounts,
        Map<String, String> environment,
        String networkMode,
        Set<String> networks) {

    public ServiceDefinition {
        command = command.map(List::copyOf);
        ports = Set.copyOf(ports);
        mounts = Set.copyOf(mounts);
        environment = Map.copyOf(environment);
        networks = Set.copyOf(networks);
    }

    /** Returns whether a switch is on its command line, written {@code --name}, {@code -name=true} or alike. */
    public boolean switchedOn(String option) {
        return command.orElse(List.of()).stream()
                .map(word -> word.replaceFirst("^--?", "-"))
                .anyMatch(word -> word.equals("-" + option) || word.equals("-" + option + "=true"));
    }
}
