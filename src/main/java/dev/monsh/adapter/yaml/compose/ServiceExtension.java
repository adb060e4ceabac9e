package dev.monsh.adapter.yaml.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts into each service of one file what it {@code extends}: before an override comes on top, as Compose does. */
final class ServiceExtension {

    private static final String SERVICES = "services";
    private static final String EXTENDS = "extends";

    private final Map<String, ComposeValue.Field> services;
    private final ComposeFaults faults;

    private ServiceExtension(Map<String, ComposeValue.Field> services, ComposeFaults faults) {
        this.services = services;
        this.faults = faults;
    }

    /** Returns the file's root with whole services. */
    static ComposeValue resolved(ComposeValue root, ComposeFaults faults) {
        if (!(root instanceof ComposeValue.Fields file)
                || !(file.find(SERVICES).orElse(root) instanceof ComposeValue.Fields services)
                || file.find(SERVICES).isEmpty()) {
            return root;
        }
        ServiceExtension extension = new ServiceExtension(services.fields(), faults);
        Map<String, ComposeValue.Field> whole = new LinkedHashMap<>();
        services.fields()
                .forEach((name, field) ->
                        whole.put(name, new ComposeValue.Field(field.key(), extension.whole(name, field.value()))));
        ComposeValue all = new ComposeValue.Fields(services.place(), services.meeting(), whole);
        return file.with(SERVICES, new ComposeValue.Field(services.place(), all));
    }

    private ComposeValue whole(String name, ComposeValue value) {
        return value instanceof ComposeValue.Fields service ? extended(name, service, new LinkedHashSet<>()) : value;
    }

    private ComposeValue extended(String name, ComposeValue.Fields service, Set<String> path) {
        Optional<ComposeValue> extension = service.find(EXTENDS);
        if (extension.isEmpty()) {
            return service;
        }
        ComposeValue at = extension.get();
        String from = at instanceof ComposeValue.Fields fields ? fields.text("service") : at.asText();
        if (at instanceof ComposeValue.Fields fields && fields.find("file").isPresent()) {
            faults.elsewhere(at.problem("what " + name + " extends in " + fields.text("file") + " was not read"));
            return service;
        }
        ComposeValue.Field base = services.get(from);
        if (base == null || !(base.value() instanceof ComposeValue.Fields below)) {
            faults.fault(at.problem("extends: no service " + from));
            return service;
        }
        if (!path.add(name)) {
            faults.fault(at.problem("extends: " + name + " extends itself"));
            return service;
        }
        return ServiceMerge.merge(extended(from, below, path), service);
    }
}
