package dev.monsh.command.completion;

import java.util.List;

/**
 * What can replace the word at the cursor.
 *
 * @param start offset of the word in the line
 * @param prefix the part of the word before the cursor, without quotes
 */
public record Completion(int start, String prefix, List<Candidate> candidates) {

    public Completion {
        candidates = List.copyOf(candidates);
    }

    /**
     * One word that can stand there.
     *
     * @param description one line; may be empty
     * @param whole whether a blank may follow; false for a folder or the beginning of {@code --x=}
     */
    public record Candidate(String value, String description, boolean whole) {}
}
