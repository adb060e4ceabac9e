package dev.monsh.adapter.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Blocks of addresses, {@code 10.0.0.0/8} (RFC 4632). */
final class CidrBlock {

    private CidrBlock() {}

    /** Tells whether a host that is an address literal lies in a block; false for names and for blocks that are none. */
    static boolean contains(String block, String host) {
        int slash = block.indexOf('/');
        if (!isLiteral(host) || !isLiteral(block.substring(0, slash))) {
            return false;
        }
        try {
            byte[] network = InetAddress.getByName(block.substring(0, slash)).getAddress();
            byte[] address = InetAddress.getByName(host).getAddress();
            int bits = Integer.parseInt(block.substring(slash + 1));
            return bits >= 0
                    && bits <= network.length * 8
                    && network.length == address.length
                    && samePrefix(network, address, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isLiteral(String host) {
        return host.matches("[0-9.]+") || host.contains(":");
    }

    private static boolean samePrefix(byte[] a, byte[] b, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
