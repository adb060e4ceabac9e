package dev.monsh.adapter.yaml.compose;

import dev.monsh.mount.Mount;
import dev.monsh.mount.MountSources;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the volumes of a service (compose-spec, "volumes"). */
final class MountReader {

    private final MountSources sources;
    private final ComposeFaults faults;

    MountReader(MountSources sources, ComposeFaults faults) {
        this.sources = sources;
        this.faults = faults;
    }

    /** Returns the mount; empty where it brings nothing from outside, or is wrong. */
    Optional<Mount> read(ComposeValue value) {
        if (value instanceof ComposeValue.Scalar scalar) {
            return shortSyntax(scalar);
        }
        return value instanceof ComposeValue.Fields fields
                ? longSyntax(fields)
                : refuse(value, "a volume must be text such as ./logs:/logs:ro, or a mapping");
    }

    private Optional<Mount> shortSyntax(ComposeValue.Scalar value) {
        List<String> parts = List.of(value.text().split(":", -1));
        if (parts.stream().anyMatch(String::isEmpty) || parts.size() > 3) {
            return refuse(value, "expected SOURCE:TARGET or SOURCE:TARGET:OPTIONS");
        }
        if (parts.size() == 1) {
            return Optional.of(new Mount(false, "", target(parts.getFirst()), false));
        }
        boolean readOnly =
                parts.size() == 3 && Arrays.asList(parts.get(2).split(",", -1)).contains("ro");
        String source = parts.getFirst();
        return mount(value, MountSources.isPath(source), source, parts.get(1), readOnly);
    }

    private Optional<Mount> longSyntax(ComposeValue.Fields fields) {
        String type = fields.text("type");
        String target = fields.text("target");
        if (type.isEmpty() || target.isEmpty()) {
            return refuse(fields, "a volume needs a type and a target");
        }
        if (!type.equals("bind") && !type.equals("volume")) {
            return Optional.empty();
        }
        boolean readOnly = fields.text("read_only").equals("true");
        return mount(fields, type.equals("bind"), fields.text("source"), target, readOnly);
    }

    private Optional<Mount> mount(ComposeValue at, boolean bind, String source, String target, boolean readOnly) {
        if (!bind) {
            return Optional.of(new Mount(false, source, target(target), readOnly));
        }
        try {
            return Optional.of(new Mount(true, sources.path(source).toString(), target(target), readOnly));
        } catch (InvalidPathException e) {
            return refuse(at, "the source is not a path");
        }
    }

    private static String target(String written) {
        List<String> parts = new ArrayList<>();
        for (String part : written.split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (written.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    private Optional<Mount> refuse(ComposeValue value, String why) {
        faults.fault(value.problem(why));
        return Optional.empty();
    }
}
