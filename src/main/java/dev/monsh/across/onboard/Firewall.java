package dev.monsh.across.onboard;

import java.util.List;

/** The firewall in front of the gateway's ports: the security group. All methods throw as EC2's port does. */
public interface Firewall extends AutoCloseable {

    /** Returns its name, for instance {@code sg-0123}. */
    String name();

    /** Returns those of the ports that are not open. */
    List<Integer> closed(List<Integer> ports);

    /** Returns those of the ports that a rule of their own opens. */
    List<Integer> open(List<Integer> ports);

    /** Opens ports; the label says what they serve. */
    void open(List<Integer> ports, String label);

    /** Closes ports. */
    void close(List<Integer> ports);

    /** Ends the connection. */
    @Override
    void close();
}
