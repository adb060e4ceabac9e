package dev.monsh.process.explain;

import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.regex.Capture;
import java.util.List;

/**
 * One regex of a rule, found in a command line.
 *
 * @param captures the whole match first, then every group by its number
 */
public record RegexMatch(SourceText regex, List<Capture> captures) {

    public RegexMatch {
        captures = List.copyOf(captures);
    }
}
