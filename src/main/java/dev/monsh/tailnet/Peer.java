package dev.monsh.tailnet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A machine of the tailnet.
 *
 * @param hostName what the machine calls itself; not unique, and any text
 * @param dnsName its unique name without the dot at the end; empty where it has none
 * @param addresses in the tailnet, mostly one of IPv4 and one of IPv6
 * @param self whether it is the machine that was asked
 * @param online whether the control plane has a connection to it, which does not say that it can be reached
 * @param lastSeen by the control plane; empty while it is online
 * @param keyExpiry when it must log in again; empty for never
 * @param expired whether that time is past
 */
public record Peer(
        String hostName,
        String dnsName,
        String os,
        List<String> addresses,
        boolean self,
        boolean online,
        Optional<Instant> lastSeen,
        PeerLink link,
        Optional<Instant> keyExpiry,
        boolean expired) {

    public Peer {
        addresses = List.copyOf(addresses);
    }

    /** Returns the first label of its unique name, which tells machines of one host name apart; else the host name. */
    public String name() {
        int dot = dnsName.indexOf('.');
        String label = dot < 0 ? dnsName : dnsName.substring(0, dot);
        return label.isEmpty() ? hostName : label;
    }

    /** Returns whether a person who says this means the machine: one of its names, whatever the case, or an address. */
    public boolean isCalled(String text) {
        return hasName(text) || hasAddress(text);
    }

    /** Returns whether it has this name, whatever the case. */
    public boolean hasName(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return !name.isEmpty()
                && (name.equalsIgnoreCase(hostName) || name.equalsIgnoreCase(dnsName) || name.equalsIgnoreCase(name()));
    }

    /** Returns whether it has this address. */
    public boolean hasAddress(String text) {
        return addresses.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** Returns the address that others are told: IPv4 where there is one. */
    public Optional<String> mainAddress() {
        return addresses.stream()
                .filter(address -> address.indexOf(':') < 0)
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }
}
