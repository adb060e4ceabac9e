package dev.monsh.cli.completion;

import dev.monsh.ql.QueryLanguage;
import dev.monsh.ql.Reading;
import java.time.InstantSource;
import java.util.List;

/** Completes inside an expression: its grammar says what may stand at the cursor, a server what there is. */
final class ExpressionCompleter {

    private final QueryLanguage language;
    private final Names names;
    private final InstantSource clock;

    ExpressionCompleter(QueryLanguage language, Names names, InstantSource clock) {
        this.language = language;
        this.names = names;
        this.clock = clock;
    }

    Completion complete(QuotedPart part) {
        Reading reading = language.read(part.text(), part.cursor());
        List<Candidate> candidates = PlaceCandidates.of(reading, part.text(), names, clock.millis() / 1000).stream()
                .map(candidate -> written(candidate, part))
                .toList();
        return new Completion(part.inLine(reading.start()), part.written(reading.typed()), candidates, true);
    }

    private static Candidate written(Candidate candidate, QuotedPart part) {
        return new Candidate(
                part.written(candidate.text()),
                candidate.shown(),
                candidate.description(),
                candidate.whole(),
                candidate.match());
    }
}
