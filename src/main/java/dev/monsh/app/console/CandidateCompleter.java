package dev.monsh.app.console;

import dev.monsh.terminal.Sanitizer;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands the candidates that {@link WordParser} found to JLine, in their order. */
final class CandidateCompleter implements Completer {

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof WordParser.Line parsed)) {
            return;
        }
        for (dev.monsh.cli.completion.Candidate candidate : parsed.completion().candidates()) {
            String description = candidate.description().isEmpty() ? null : Sanitizer.visible(candidate.description());
            candidates.add(new Candidate(
                    candidate.text(),
                    Sanitizer.visible(candidate.shown()),
                    null,
                    description,
                    null,
                    null,
                    candidate.whole(),
                    candidates.size() + 1));
        }
    }
}
