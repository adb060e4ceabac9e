package dev.monsh.app.console;

import dev.monsh.cli.completion.Completion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands the candidates that {@link WordParser} found to JLine. */
final class CandidateCompleter implements Completer {

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof WordParser.Line parsed)) {
            return;
        }
        for (Completion.Candidate candidate : parsed.completion().candidates()) {
            String description = candidate.description().isEmpty() ? null : candidate.description();
            candidates.add(new Candidate(
                    candidate.value(), candidate.value(), null, description, null, null, candidate.whole()));
        }
    }
}
