package dev.monsh.gateway;

import java.util.Optional;

/** TCP ports that follow each other; mostly one. */
public record PortRange(int first, int last) {

    public static final int HIGHEST = 65_535;

    /** Returns one port. */
    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    /** Reads {@code 9090} or {@code 9090-9095}; empty for anything else. */
    public static Optional<PortRange> parse(String text) {
        int dash = text.indexOf('-');
        int first = number(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : number(text.substring(dash + 1));
        return first > 0 && first <= last ? Optional.of(new PortRange(first, last)) : Optional.empty();
    }

    /** Returns 1 to 65535, or 0 where the text is no port. */
    public static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : 0;
        return number <= HIGHEST ? number : 0;
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    public boolean isSingle() {
        return first == last;
    }

    /** Returns the ports as {@code listen} writes them. */
    public String text() {
        return isSingle() ? String.valueOf(first) : first + "-" + last;
    }
}
