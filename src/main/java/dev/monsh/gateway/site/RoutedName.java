package dev.monsh.gateway.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of a server block, as nginx compares them with the Host of a request (ngx_http_core_module, server_name).
 *
 * @param names the parameters of {@code server_name}
 */
public record RoutedName(List<String> names) {

    /** What stands for the part of a name that a wildcard leaves open. */
    private static final String ANY = "monsh";

    public RoutedName {
        names = List.copyOf(names);
    }

    /** Returns a name that nginx leads to this server: the preferred one where it takes that, or where none can be told. */
    public String like(String preferred) {
        if (names.stream().anyMatch(name -> takes(name, preferred.toLowerCase(Locale.ROOT)))) {
            return preferred;
        }
        return names.stream()
                .flatMap(name -> example(name).stream())
                .findFirst()
                .orElse(preferred);
    }

    private static boolean takes(String name, String host) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("*.")) {
            return host.endsWith(lower.substring(1));
        }
        if (lower.startsWith(".")) {
            return host.endsWith(lower) || host.equals(lower.substring(1));
        }
        if (lower.endsWith(".*")) {
            return host.startsWith(lower.substring(0, lower.length() - 1));
        }
        return host.equals(lower) || ("[" + host + "]").equals(lower);
    }

    private static Optional<String> example(String name) {
        String filled = name.startsWith(".") ? name.substring(1) : name.replaceFirst("^\\*|\\*$", ANY);
        return ServerNames.isUsable(filled) ? Optional.of(filled) : Optional.empty();
    }
}
