package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlAliases;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.failure.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that is to be edited and the way to it.
 *
 * @param parent the collection that it stands in; null for the root
 * @param index which entry or item of the parent it is; -1 for the root
 */
record YamlTarget(
        YamlDocument document, YamlNode node, @Nullable YamlTarget parent, int index) {

    /**
     * Follows a path.
     *
     * @throws ConfigurationException where it leads nowhere, or through a node that stands in more than one place
     */
    static YamlTarget find(YamlDocument document, YamlPath path) {
        YamlAliases aliases = YamlAliases.of(document.root());
        YamlTarget target = follow(document, path, aliases);
        target.refuseShared(aliases);
        return target;
    }

    /** Follows a path as {@link #find} does, but lets the node at its end stand in other places too. */
    static YamlTarget findEntry(YamlDocument document, YamlPath path) {
        return follow(document, path, YamlAliases.of(document.root()));
    }

    private static YamlTarget follow(YamlDocument document, YamlPath path, YamlAliases aliases) {
        YamlTarget target = new YamlTarget(document, document.root(), null, -1);
        for (YamlPath.Step step : path.steps()) {
            target.refuseShared(aliases);
            target = target.child(step);
        }
        return target;
    }

    private YamlTarget child(YamlPath.Step step) {
        return switch (step) {
            case YamlPath.Step.Key(String name) -> value(name);
            case YamlPath.Step.Item(int at) -> item(at);
        };
    }

    private YamlTarget value(String name) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw refused("no key '" + name + "': this is not a mapping");
        }
        List<YamlNode.Entry> entries = mapping.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key() instanceof YamlNode.Scalar key
                    && key.value().equals(name)) {
                return new YamlTarget(document, entries.get(i).value(), this, i);
            }
        }
        throw refused("no key '" + name + "' here");
    }

    private YamlTarget item(int at) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw refused("no item " + (at + 1) + ": this is not a list");
        }
        if (at < 0 || at >= sequence.items().size()) {
            throw refused(
                    "no item " + (at + 1) + "; the list has " + sequence.items().size());
        }
        return new YamlTarget(document, sequence.items().get(at), this, at);
    }

    private void refuseShared(YamlAliases aliases) {
        if (node instanceof YamlNode.Alias alias) {
            throw refused("*" + alias.name() + " is an alias here, so an edit would change line "
                    + document.line(alias.target()) + " and all other places where it is used: edit the file by hand");
        }
        YamlNode.Alias user = aliases.firstOf(node);
        if (user != null) {
            throw refused("&" + user.name() + " is used in line " + document.line(user)
                    + " too, so an edit would change both: edit the file by hand");
        }
    }

    /** Returns whether it stands in brackets or braces. */
    boolean isInFlow() {
        return parent != null
                && switch (parent.node) {
                    case YamlNode.Mapping mapping -> mapping.flow();
                    case YamlNode.Sequence sequence -> sequence.flow();
                    case YamlNode.Scalar _, YamlNode.Alias _ -> false;
                };
    }

    /** Makes the failure of an edit that is not made, at this node's place. */
    ConfigurationException refused(String why) {
        return new ConfigurationException(List.of(document.problem(node, why)));
    }
}
