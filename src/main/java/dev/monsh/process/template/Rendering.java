package dev.monsh.process.template;

import dev.monsh.process.gotext.GoText;
import java.util.Optional;

/**
 * A name that a template gave.
 *
 * @param name what was printed
 * @param stopped why the template failed before its end, in which case the name is only what it had printed so far
 */
public record Rendering(String name, Optional<String> stopped) {

    public Rendering {
        name = GoText.normalize(name);
    }
}
