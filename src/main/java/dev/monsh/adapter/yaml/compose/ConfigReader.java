package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import dev.monsh.mount.Mount;
import dev.monsh.stack.InlineFile;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the configs of a service and what the file says of each (compose-spec, "configs"). */
final class ConfigReader {

    /** What a service gets of a config: a file of this machine, or one that only Compose makes. */
    sealed interface Given {

        /** A file that Compose mounts. */
        record Mounted(Mount mount) implements Given {}

        /** A file that Compose writes into the container, or takes from elsewhere. */
        record Written(InlineFile file) implements Given {}
    }

    private final Optional<ComposeValue> defined;
    private final Path folder;
    private final Variables variables;
    private final ComposeFaults faults;

    ConfigReader(ComposeValue.Fields root, Path folder, Variables variables, ComposeFaults faults) {
        this.defined = root.find("configs");
        this.folder = folder;
        this.variables = variables;
        this.faults = faults;
    }

    /** Returns what the service gets; empty where the value is wrong. */
    Optional<Given> read(String service, ComposeValue value) {
        String name = value instanceof ComposeValue.Fields fields ? fields.text("source") : value.asText();
        String target = value instanceof ComposeValue.Fields fields ? fields.text("target") : "";
        if (name.isEmpty()) {
            faults.fault(value.problem("a config is the name of one, or a mapping with a source"));
            return Optional.empty();
        }
        if (!(definition(name) instanceof ComposeValue.Fields config)) {
            faults.fault(value.problem("no config " + name + " in 'configs' of the file"));
            return Optional.empty();
        }
        // without a leading slash Compose puts it into the root folder
        String inside = target.isEmpty() ? "/" + name : target.startsWith("/") ? target : "/" + target;
        return Optional.of(given(service, inside, name, config, value.place()));
    }

    private ComposeValue definition(String name) {
        ComposeValue nothing = new ComposeValue.Scalar(new Problem("", 0, 0, ""), ComposeValue.Meeting.MERGE, "", true);
        return defined.flatMap(all -> all instanceof ComposeValue.Fields fields ? fields.find(name) : Optional.empty())
                .orElse(nothing);
    }

    private Given given(String service, String inside, String name, ComposeValue.Fields config, Problem use) {
        Optional<ComposeValue> content = config.find("content");
        if (content.isPresent()) {
            return written(service, inside, name, Optional.of(content.get().asText()), "inline", content.get());
        }
        if (config.find("file").isPresent()) {
            String source = folder.resolve(config.text("file")).normalize().toString();
            return new Given.Mounted(new Mount(true, source, inside, true));
        }
        Optional<ComposeValue> variable = config.find("environment");
        if (variable.isPresent()) {
            String word = variable.get().asText();
            Optional<String> set = variables.find(word);
            String why = "the variable " + word + (set.isEmpty() ? ", which is not set" : "");
            return written(service, inside, name, set, why, variable.get());
        }
        String why = config.text("external").equals("true") ? "external" : "without a source in this file";
        return new Given.Written(new InlineFile(service, inside, name, Optional.empty(), why, use));
    }

    private static Given written(
            String service, String inside, String name, Optional<String> content, String why, ComposeValue at) {
        return new Given.Written(new InlineFile(service, inside, name, content, why, at.place()));
    }
}
