package dev.monsh.cli.completion;

import java.util.List;

/**
 * What can replace the word at the cursor.
 *
 * @param start offset of the word in the line
 * @param prefix the part of the word before the cursor, as a command gets it
 * @param candidates the better ones first
 * @param verbatim whether the candidates go into the line as they are, as inside an expression; else as words, quoted where
 *     they need it
 */
public record Completion(int start, String prefix, List<Candidate> candidates, boolean verbatim) {

    public Completion {
        candidates = List.copyOf(candidates);
    }

    /** Returns the words that fit a prefix. */
    static Completion of(int start, String prefix, List<Candidate> candidates) {
        Ranking ranking = new Ranking(prefix);
        candidates.forEach(candidate -> ranking.offer(candidate, candidate.text()));
        return new Completion(start, prefix, ranking.best(), false);
    }

    /** Returns the candidates that go on with what was typed; empty where there are only abbreviations. */
    public List<Candidate> prefixed() {
        return candidates.stream()
                .filter(candidate -> candidate.match().isPrefix())
                .toList();
    }
}
