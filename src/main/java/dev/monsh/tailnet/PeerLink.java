package dev.monsh.tailnet;

/** The way that packets to a machine of the tailnet take. */
public sealed interface PeerLink {

    /** Returns the way in one word. */
    String word();

    /** Returns what the way goes through or to; may be empty. */
    String via();

    /** Returns it for people. */
    String text();

    /**
     * Straight to the machine.
     *
     * @param address {@code IP:PORT} of the other end, outside of the tailnet
     */
    record Direct(String address) implements PeerLink {
        @Override
        public String word() {
            return "direct";
        }

        @Override
        public String via() {
            return address;
        }

        @Override
        public String text() {
            return "direct " + address;
        }
    }

    /**
     * Through somebody else, which is slower.
     *
     * @param relay {@code DERP nyc} for a relay of Tailscale in that region, or the address of a peer that relays
     */
    record Relayed(String relay) implements PeerLink {
        @Override
        public String word() {
            return "relayed";
        }

        @Override
        public String via() {
            return relay;
        }

        @Override
        public String text() {
            return "relayed via " + relay;
        }
    }

    /**
     * Nothing was sent lately.
     *
     * @param relay what the next packet would begin with, as of {@link Relayed}; may be empty
     */
    record Idle(String relay) implements PeerLink {
        @Override
        public String word() {
            return "idle";
        }

        @Override
        public String via() {
            return relay;
        }

        @Override
        public String text() {
            return relay.isEmpty() ? "idle" : "idle, relay " + relay;
        }
    }
}
