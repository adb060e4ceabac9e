package dev.monsh.cli.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the candidates that fit what was typed, the better ones first, those alike in the order in which they came. */
final class Ranking {

    private final String typed;
    private final List<Candidate> found = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();

    Ranking(String typed) {
        this.typed = typed;
    }

    /**
     * Takes a candidate if it fits.
     *
     * @param word what is compared with what was typed
     */
    void offer(Candidate candidate, String word) {
        WordMatch match = WordMatch.of(typed, word);
        if (match != WordMatch.NONE && texts.add(candidate.text())) {
            found.add(candidate.matching(match));
        }
    }

    List<Candidate> best() {
        found.sort(Comparator.comparing(Candidate::match));
        return found;
    }
}
