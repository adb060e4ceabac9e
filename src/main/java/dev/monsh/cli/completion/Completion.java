package dev.monsh.cli.completion;

import java.util.List;

/**
 * What can replace the word at the cursor.
 *
 * @param start offset of the word in the line
 * @param prefix the part of the word before the cursor, without quotes
 * @param verbatim whether the candidates go into the line as they are, as inside an expression; else as words, quoted where
 *     they need it
 */
public record Completion(int start, String prefix, List<Candidate> candidates, boolean verbatim) {

    public Completion {
        candidates = List.copyOf(candidates);
    }

    /** Returns words that begin with a prefix. */
    static Completion of(int start, String prefix, List<Candidate> candidates) {
        return new Completion(start, prefix, beginning(prefix, candidates), false);
    }

    /** Returns parts of an expression that begin with a prefix. */
    static Completion verbatim(int start, String prefix, List<Candidate> candidates) {
        return new Completion(start, prefix, beginning(prefix, candidates), true);
    }

    private static List<Candidate> beginning(String prefix, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.value().startsWith(prefix))
                .toList();
    }

    /**
     * One word that can stand there.
     *
     * @param description one line; may be empty
     * @param whole whether a blank may follow; false for a folder and inside an expression
     */
    public record Candidate(String value, String description, boolean whole) {}
}
