package dev.monsh.adapter.yaml.compose;

import dev.monsh.stack.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the TCP ports of a service (compose-spec, "ports"); those of other protocols are left out. */
final class PortReader {

    /** A run of ports. */
    private record Range(int first, int last) {

        int size() {
            return last - first + 1;
        }
    }

    private final ComposeFaults faults;

    PortReader(ComposeFaults faults) {
        this.faults = faults;
    }

    List<PublishedPort> read(ComposeValue value) {
        if (value instanceof ComposeValue.Scalar scalar) {
            return shortSyntax(scalar);
        }
        return value instanceof ComposeValue.Fields fields
                ? longSyntax(fields)
                : refuse(value, "a port must be text such as 127.0.0.1:9090:9090, or a mapping");
    }

    private List<PublishedPort> shortSyntax(ComposeValue.Scalar value) {
        String text = value.text();
        int slash = text.lastIndexOf('/');
        if (slash >= 0 && !text.substring(slash + 1).equalsIgnoreCase("tcp")) {
            return List.of();
        }
        String plain = slash < 0 ? text : text.substring(0, slash);
        int last = plain.lastIndexOf(':');
        String target = plain.substring(last + 1);
        String rest = last < 0 ? "" : plain.substring(0, last);
        int first = rest.lastIndexOf(':');
        String published = rest.substring(first + 1);
        String address = first < 0 ? "" : rest.substring(0, first);
        return ports(value, address, published, target);
    }

    private List<PublishedPort> longSyntax(ComposeValue.Fields fields) {
        String protocol = fields.text("protocol");
        if (!protocol.isEmpty() && !protocol.equalsIgnoreCase("tcp")) {
            return List.of();
        }
        return ports(fields, fields.text("host_ip"), fields.text("published"), fields.text("target"));
    }

    private List<PublishedPort> ports(ComposeValue value, String address, String published, String target) {
        Optional<Range> inside = range(target);
        Optional<Range> outside = published.isEmpty() ? Optional.of(new Range(0, 0)) : range(published);
        if (inside.isEmpty() || outside.isEmpty()) {
            return refuse(
                    value, "'" + (inside.isEmpty() ? target : published) + "' is neither a port nor a range of ports");
        }
        int size = inside.get().size();
        boolean chosen = published.isEmpty() || (size == 1 && outside.get().size() > 1);
        if (!chosen && outside.get().size() != size) {
            return refuse(value, "the ranges " + published + " and " + target + " have different lengths");
        }
        List<PublishedPort> ports = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int port = chosen ? 0 : outside.get().first() + i;
            ports.add(
                    new PublishedPort(plainAddress(address), port, inside.get().first() + i));
        }
        return ports;
    }

    private static String plainAddress(String address) {
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        String plain = bracketed ? address.substring(1, address.length() - 1) : address;
        return plain.isEmpty() ? PublishedPort.EVERY_ADDRESS : plain;
    }

    private static Optional<Range> range(String text) {
        int dash = text.indexOf('-');
        Optional<Integer> first = port(dash < 0 ? text : text.substring(0, dash));
        Optional<Integer> last = port(text.substring(dash + 1));
        return first.flatMap(from -> last.filter(to -> to >= from).map(to -> new Range(from, to)));
    }

    private static Optional<Integer> port(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(port -> port >= 0 && port <= 65_535);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<PublishedPort> refuse(ComposeValue value, String why) {
        faults.fault(value.problem(why));
        return List.of();
    }
}
