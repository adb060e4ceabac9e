package dev.monsh.gateway.connect;

import dev.monsh.box.GatewaySettings;
import dev.monsh.failure.UsageException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway as a person types it: {@code USER@HOST}, with {@code :PORT} where SSH does not listen on 22. An IPv6 address with a
 * port stands in brackets. User and port may be left to the SSH configuration.
 */
public record GatewayName(Optional<String> user, String host, Optional<Integer> port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:([^@\\s]+)@)?(\\[[0-9a-fA-F:.]+]|[^:@\\s\\[\\]]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)"
                    + "(?::([0-9]{1,5}))?");

    private static final int HIGHEST_PORT = 65_535;

    /** Reads it; throws {@link UsageException} where it is something else, or could be taken for an option of ssh. */
    public static GatewayName parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean usable = matcher.matches()
                && !text.startsWith("-")
                && !matcher.group(2).startsWith("-")
                && text.chars().noneMatch(Character::isISOControl);
        Optional<Integer> port =
                usable ? Optional.ofNullable(matcher.group(3)).map(Integer::valueOf) : Optional.empty();
        if (!usable
                || port.filter(number -> number < 1 || number > HIGHEST_PORT).isPresent()) {
            throw new UsageException("'" + text + "'", "isn't a gateway; use USER@HOST or USER@HOST:PORT");
        }
        String host = matcher.group(2).replaceAll("[\\[\\]]", "");
        return new GatewayName(Optional.ofNullable(matcher.group(1)), host, port);
    }

    /** Returns whether settings are about the same machine; what was not typed may be anything. */
    public boolean isOf(GatewaySettings settings) {
        return settings.host().equals(host)
                && (port.isEmpty()
                        || port.equals(settings.port())
                        || (port.get() == 22 && settings.port().isEmpty()));
    }
}
