package dev.monsh.process.template;

import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.template.parse.Node;
import dev.monsh.process.template.parse.TemplateParser;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TemplateInput;
import dev.monsh.process.template.value.TemplateStop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The {@code name} of a rule: a Go text/template over the attributes of a process. */
public final class NameTemplate {

    /** What process-exporter takes where a rule has no name. */
    public static final String DEFAULT = "{{.ExeBase}}";

    private final SourceText source;
    private final List<Node> nodes;
    private final List<FieldUse> uses;

    private final Optional<Problem> notComputed;

    private NameTemplate(SourceText source, List<Node> nodes, Optional<Problem> notComputed) {
        this.source = source;
        this.nodes = nodes;
        this.notComputed = notComputed;
        this.uses = FieldUses.of(nodes);
    }

    /**
     * Reads a template. Gives what Go would not parse to {@code problems}, and is then empty; one that Go may take and
     * monsh cannot evaluate is {@link #notComputed}.
     */
    public static Optional<NameTemplate> parse(SourceText source, Consumer<Problem> problems) {
        try {
            return Optional.of(new NameTemplate(source, TemplateParser.parse(source.value()), Optional.empty()));
        } catch (TemplateFault fault) {
            if (fault.isUnsupported()) {
                Problem why = source.problemAt(fault.position(), "name not computed: " + fault.getMessage());
                return Optional.of(new NameTemplate(source, List.of(), Optional.of(why)));
            }
            problems.accept(source.problemAt(fault.position(), "bad name template: " + fault.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns why monsh cannot compute names by this template, although process-exporter may. */
    public Optional<Problem> notComputed() {
        return notComputed;
    }

    /** Names one process; where monsh cannot compute the name, the template stands for it. */
    public Rendering render(TemplateInput input) {
        if (notComputed.isPresent()) {
            return new Rendering(source.value(), Optional.of(notComputed.get().message()));
        }
        StringBuilder out = new StringBuilder();
        try {
            TemplateRun.run(nodes, input, out);
            return new Rendering(out.toString(), Optional.empty());
        } catch (TemplateStop stop) {
            return new Rendering(out.toString(), Optional.of(String.valueOf(stop.getMessage())));
        } catch (TemplateFault fault) {
            return new Rendering(source.value(), Optional.of("name not computed: " + fault.getMessage()));
        }
    }

    /** Returns the template as written. */
    public SourceText source() {
        return source;
    }

    /** Returns the fields that the template reads, in the order of the text; the dot alone counts as all fields. */
    public List<FieldUse> uses() {
        return uses;
    }

    /** Whether the template reads a field, for instance {@code Username}. */
    public boolean uses(String field) {
        return uses.stream()
                .anyMatch(use -> use.path().isEmpty() || use.path().getFirst().equals(field));
    }

    /** Returns the fields that the template names and process-exporter does not have. */
    public List<FieldUse> unknownFields() {
        List<FieldUse> unknown = new ArrayList<>();
        for (FieldUse use : uses) {
            if (!use.path().isEmpty()
                    && !TemplateInput.FIELDS.contains(use.path().getFirst())) {
                unknown.add(use);
            }
        }
        return unknown;
    }

    /** Returns the captures that the template names; empty where it reads all of them or computes the key. */
    public Optional<SortedSet<String>> captures() {
        SortedSet<String> captures = new TreeSet<>();
        for (FieldUse use : uses) {
            if (use.path().isEmpty() || use.path().equals(List.of("Matches"))) {
                return Optional.empty();
            }
            if (use.path().getFirst().equals("Matches")) {
                captures.add(use.path().get(1));
            }
        }
        return Optional.of(captures);
    }
}
