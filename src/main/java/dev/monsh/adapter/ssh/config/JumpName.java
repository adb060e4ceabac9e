package dev.monsh.adapter.ssh.config;

import java.util.Optional;

/** One of the machines in {@code ProxyJump}: {@code [user@]host[:port]} or {@code ssh://[user@]host[:port]}. */
public record JumpName(Optional<String> user, String host, Optional<Integer> port) {

    static JumpName parse(String text) {
        String rest = text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
        int at = rest.lastIndexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
        rest = rest.substring(at + 1);
        int colon = rest.lastIndexOf(':');
        // an IPv6 address without brackets has colons, and then no port
        boolean hasPort = colon > 0 && (rest.indexOf(':') == colon || rest.charAt(colon - 1) == ']');
        String host =
                (hasPort ? rest.substring(0, colon) : rest).replace("[", "").replace("]", "");
        return new JumpName(user, host, hasPort ? port(rest.substring(colon + 1)) : Optional.empty());
    }

    private static Optional<Integer> port(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
