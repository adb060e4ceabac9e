package dev.monsh.cloud;

/**
 * One inbound rule of a security group.
 *
 * @param id as EC2 names it, for instance {@code sgr-0123}
 * @param group the security group that it belongs to
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a number, or {@code all}
 * @param first the first port that is open; 0 where the protocol has no ports
 * @param last the last port that is open; 65535 where every port is
 * @param description may be empty
 */
public record InboundRule(
        String id, String group, String protocol, int first, int last, RuleSource source, String description) {

    /** The highest port there is. */
    public static final int HIGHEST_PORT = 65535;

    private static final String TCP = "tcp";

    /** Makes a rule that opens one TCP port and does not exist yet. */
    public static InboundRule of(String group, int port, Cidr from, String description) {
        return new InboundRule("", group, TCP, port, port, new RuleSource.Block(from), description);
    }

    /** Tells whether a TCP port is open by it. */
    public boolean opens(int port) {
        return isTcp() && first <= port && port <= last;
    }

    /** Tells whether it is about that TCP port and no other. */
    public boolean isExactly(int port) {
        return protocol.equals(TCP) && first == port && last == port;
    }

    /** Tells whether TCP ports are open by it. */
    public boolean isTcp() {
        return protocol.equals(TCP) || isEverything();
    }

    /** Tells whether every protocol is let in. */
    public boolean isEverything() {
        return protocol.equals("all");
    }

    /** Returns the ports as people write them: {@code 9090}, {@code 9000-9100}, {@code all}. */
    public String ports() {
        if (isEverything() || (first == 0 && last == HIGHEST_PORT)) {
            return "all";
        }
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
