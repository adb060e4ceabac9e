package dev.monsh.gateway.site;

import dev.monsh.box.Box;
import dev.monsh.box.Server;
import dev.monsh.gateway.nginx.BlockRemoval;
import dev.monsh.gateway.nginx.Comment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whose a mapping is and what answers on it. */
public final class MappingLabel {

    /** The comment that monsh writes above a block. */
    private static final Pattern OWN = Pattern.compile("monsh: (\\S+) (Prometheus|Loki)\\b.*");

    private final List<Box> boxes;

    public MappingLabel(List<Box> boxes) {
        this.boxes = List.copyOf(boxes);
    }

    /** Returns the text of the comment for a mapping, without {@code #}. */
    public static String comment(String box, Server service) {
        return "monsh: " + box + " " + service.title();
    }

    /** Returns the box that has an address, else the one named in monsh's comment. */
    public Optional<String> box(ServerBlock server, Target target) {
        return host(target).flatMap(this::boxAt).or(() -> own(server).map(match -> match.group(1)));
    }

    public Optional<String> boxAt(String host) {
        return boxes.stream()
                .filter(box -> box.tailscaleIp()
                        .filter(address -> address.equalsIgnoreCase(unbracketed(host)))
                        .isPresent())
                .map(Box::name)
                .findFirst();
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static Optional<String> host(Target target) {
        return switch (target) {
            case Target.Address address -> Optional.of(address.host());
            case Target.Group group
            when group.members().size() == 1 ->
                Optional.of(group.members().getFirst().host());
            case Target.Group _, Target.Dynamic _, Target.Other _ -> Optional.empty();
        };
    }

    /** Returns the service that usually has the target's port, else the only one that a comment or a name speaks of. */
    public Optional<Server> service(ServerBlock server, Target target) {
        Optional<Server> known = port(target).flatMap(MappingLabel::serviceAt);
        return known.isPresent() ? known : spokenOf(server, target);
    }

    public static Optional<Server> serviceAt(int port) {
        for (Server service : Server.values()) {
            if (service.onThisMachine().url().getPort() == port) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /** Servers of a group stand for each other, so that one port of all of them says what they are. */
    private static Optional<Integer> port(Target target) {
        List<Integer> ports = ports(target);
        return ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty();
    }

    private static List<Integer> ports(Target target) {
        return switch (target) {
            case Target.Address address -> List.of(address.port());
            case Target.Group group ->
                group.members().stream().map(Target.Member::port).distinct().toList();
            case Target.Dynamic _, Target.Other _ -> List.of();
        };
    }

    /** Returns whether a service may answer at the target: what is computed for each request may lead to any. */
    public boolean mayBeService(ServerBlock server, Target target) {
        return target instanceof Target.Dynamic
                || service(server, target).isPresent()
                || ports(target).stream().anyMatch(port -> serviceAt(port).isPresent());
    }

    private static Optional<Server> spokenOf(ServerBlock server, Target target) {
        StringBuilder said = new StringBuilder(target.text()).append(' ').append(String.join(" ", server.names()));
        comments(server).forEach(comment -> said.append(' ').append(comment.text()));
        String text = said.toString().toLowerCase(Locale.ROOT);
        boolean prometheus = text.contains("prometheus");
        boolean loki = text.contains("loki");
        if (prometheus == loki) {
            return Optional.empty();
        }
        return Optional.of(prometheus ? Server.PROMETHEUS : Server.LOKI);
    }

    /** Returns monsh's comment above a block. */
    public static Optional<Comment> ownComment(ServerBlock server) {
        return comments(server).stream()
                .filter(each -> OWN.matcher(each.text()).matches())
                .findFirst();
    }

    private static Optional<Matcher> own(ServerBlock server) {
        return ownComment(server).map(each -> OWN.matcher(each.text())).filter(Matcher::matches);
    }

    private static List<Comment> comments(ServerBlock server) {
        return BlockRemoval.comments(server.file(), server.parent(), server.directive());
    }
}
