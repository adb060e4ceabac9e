package dev.monsh.adapter.docker.observe;

/** How a published port is written. */
final class PortText {

    private static final String EVERY = "0.0.0.0";

    private PortText() {}

    /** Returns {@code ADDRESS:PUBLISHED->TARGET/PROTOCOL}; a port that the engine chooses is {@code any}. */
    static String of(String address, String published, String target, String protocol) {
        String shown = address.isEmpty() ? EVERY : address.contains(":") ? "[" + address + "]" : address;
        String chosen = published.isEmpty() || published.equals("0") ? "any" : published;
        return shown + ":" + chosen + "->" + target + "/" + (protocol.isEmpty() ? "tcp" : protocol);
    }
}
