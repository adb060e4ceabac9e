package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import dev.monsh.mount.Mount;
import dev.monsh.mount.MountSources;
import dev.monsh.stack.InlineFile;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceSource;
import dev.monsh.stack.StackService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one service whose override and base are merged already. */
final class ServiceReader {

    /** A service, where it stands, and its files that are not on this machine's disk. */
    record Read(StackService service, ServiceSource source, List<InlineFile> inline) {}

    private final Path folder;
    private final Variables variables;
    private final MountReader mountReader;
    private final PortReader portReader;
    private final ConfigReader configReader;
    private final ComposeFaults faults;

    ServiceReader(Path folder, Path home, Variables variables, ComposeFaults faults, ConfigReader configReader) {
        this.configReader = configReader;
        this.folder = folder;
        this.variables = variables;
        this.mountReader = new MountReader(new MountSources(folder, home), faults);
        this.portReader = new PortReader(faults);
        this.faults = faults;
    }

    Read read(String name, Problem place, ComposeValue.Fields fields) {
        String image = fields.text("image");
        Map<PublishedPort, Problem> ports = ports(fields);
        Map<String, Placed> mounts = mounts(fields);
        List<InlineFile> inline = configs(name, fields, mounts);
        Optional<Service> kind = new ImageName(image).service().or(() -> Service.named(name));
        StackService service = new StackService(
                name,
                kind,
                image,
                command(fields),
                List.copyOf(ports.keySet()),
                mounts.values().stream().map(Placed::mount).toList(),
                environment(fields),
                fields.text("network_mode").equals("host"));
        Map<String, Problem> keys = new LinkedHashMap<>();
        fields.fields().forEach((key, field) -> keys.put(key, field.value().place()));
        ServiceSource source = new ServiceSource(
                name,
                fields.find("container_name").map(ComposeValue::asText),
                healthcheck(fields),
                fields.text("pid").equals("host"),
                place,
                keys,
                List.copyOf(ports.values()),
                mounts.values().stream().map(Placed::place).toList());
        return new Read(service, source, inline);
    }

    private static boolean healthcheck(ComposeValue.Fields fields) {
        return fields.find("healthcheck")
                .filter(check -> !(check instanceof ComposeValue.Fields of
                        && of.text("disable").equals("true")))
                .isPresent();
    }

    /** The words after the program; if the program itself is overridden, the words given with it come first. */
    private List<String> command(ComposeValue.Fields fields) {
        List<String> entrypoint = words(fields, "entrypoint");
        List<String> all =
                new ArrayList<>(entrypoint.isEmpty() ? entrypoint : entrypoint.subList(1, entrypoint.size()));
        all.addAll(words(fields, "command"));
        return all;
    }

    private List<String> words(ComposeValue.Fields fields, String key) {
        Optional<ComposeValue> value = fields.find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof ComposeValue.Scalar scalar) {
            return ShellWords.split(scalar.text()).orElseGet(() -> {
                faults.fault(scalar.problem("a quote in '" + key + "' is not closed"));
                return List.of();
            });
        }
        if (value.get() instanceof ComposeValue.Items items) {
            return items.items().stream().map(ComposeValue::asText).toList();
        }
        faults.fault(value.get().problem("'" + key + "' must be text or a list"));
        return List.of();
    }

    private Map<PublishedPort, Problem> ports(ComposeValue.Fields fields) {
        Map<PublishedPort, Problem> ports = new LinkedHashMap<>();
        for (ComposeValue item : list(fields, "ports")) {
            for (PublishedPort port : portReader.read(item)) {
                ports.putIfAbsent(port, item.place());
            }
        }
        return ports;
    }

    /** A mount and where it stands. */
    private record Placed(Mount mount, Problem place) {}

    /** Of two mounts of one target the later one counts, at the place of the earlier one. */
    private Map<String, Placed> mounts(ComposeValue.Fields fields) {
        Map<String, Placed> mounts = new LinkedHashMap<>();
        for (ComposeValue item : list(fields, "volumes")) {
            mountReader.read(item).ifPresent(mount -> mounts.put(mount.target(), new Placed(mount, item.place())));
        }
        return mounts;
    }

    /** Compose mounts the files of configs over the volumes. */
    private List<InlineFile> configs(String service, ComposeValue.Fields fields, Map<String, Placed> mounts) {
        List<InlineFile> inline = new ArrayList<>();
        for (ComposeValue item : list(fields, "configs")) {
            configReader.read(service, item).ifPresent(given -> {
                switch (given) {
                    case ConfigReader.Given.Mounted(Mount mount) ->
                        mounts.put(mount.target(), new Placed(mount, item.place()));
                    case ConfigReader.Given.Written(InlineFile file) -> inline.add(file);
                }
            });
        }
        return inline;
    }

    private List<ComposeValue> list(ComposeValue.Fields fields, String key) {
        Optional<ComposeValue> value = fields.find(key);
        if (value.isPresent() && !(value.get() instanceof ComposeValue.Items)) {
            faults.fault(value.get().problem("'" + key + "' must be a list"));
            return List.of();
        }
        return value.map(ComposeValue::asItems).orElse(List.of());
    }

    private Map<String, String> environment(ComposeValue.Fields fields) {
        Map<String, String> all = new LinkedHashMap<>();
        fields.find("env_file").ifPresent(files -> files.asItems().forEach(file -> all.putAll(envFile(file))));
        Optional<ComposeValue> own = fields.find("environment").map(ServiceMerge::pairs);
        own.ifPresent(value -> {
            if (value instanceof ComposeValue.Fields pairs) {
                pairs.fields().forEach((name, field) -> variable(name, field.value(), all));
            } else {
                faults.fault(value.problem("'environment' must be a mapping, or a list of NAME=value"));
            }
        });
        return all;
    }

    private void variable(String name, ComposeValue value, Map<String, String> all) {
        if (!value.isNothing()) {
            all.put(name, value.asText());
            return;
        }
        all.remove(name);
        variables.find(name).ifPresent(inherited -> all.put(name, inherited));
    }

    private Map<String, String> envFile(ComposeValue value) {
        boolean optional =
                value instanceof ComposeValue.Fields of && of.text("required").equals("false");
        String path = value instanceof ComposeValue.Fields of ? of.text("path") : value.asText();
        Path file = folder.resolve(path).normalize();
        if (Files.isRegularFile(file)) {
            return new DotEnvReader(variables, faults).read(file);
        }
        if (!optional) {
            faults.note(value.problem("the environment file " + file + " does not exist"));
        }
        return Map.of();
    }
}
