package dev.monsh.grafana;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a token may do.
 *
 * @param scopes what each action may be done to, by the action's name ({@code datasources:create}); empty where this
 *     Grafana does not tell (before version 9)
 */
public record TokenRights(Optional<Map<String, List<String>>> scopes) {

    /** The actions that monsh's own commands need, in the order in which they are shown. */
    public static final List<String> NEEDED = List.of(
            "datasources:read",
            "datasources:create",
            "datasources:write",
            "datasources:delete",
            "datasources:query",
            "dashboards:read",
            "dashboards:create",
            "dashboards:write",
            "dashboards:delete");

    /** One action, and whether the token may do it. */
    public record Right(String action, boolean granted, List<String> scopes) {}

    /** Returns the rights that monsh needs; none where this Grafana does not tell. */
    public List<Right> needed() {
        return scopes.map(known -> NEEDED.stream()
                        .map(action ->
                                new Right(action, known.containsKey(action), known.getOrDefault(action, List.of())))
                        .toList())
                .orElse(List.of());
    }
}
