package dev.monsh.gateway.map;

import dev.monsh.gateway.site.PortMapping;
import java.util.Optional;

/**
 * A mapping, and whether what it leads to answers the gateway.
 *
 * @param answers empty where nobody has asked, or nobody could
 * @param words what was seen, or why there was nothing to ask; may be empty
 */
public record MappingState(PortMapping mapping, Optional<Boolean> answers, String words) {

    /** A mapping whose target was not asked. */
    public static MappingState unasked(PortMapping mapping) {
        return new MappingState(mapping, Optional.empty(), "");
    }
}
