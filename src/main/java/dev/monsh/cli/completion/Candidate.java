package dev.monsh.cli.completion;

/**
 * One text that can stand at the cursor.
 *
 * @param text what goes into the line; a word of a command line is still to be quoted
 * @param shown what a list shows
 * @param description one line; may be empty
 * @param whole whether a blank may follow; false for a folder and inside an expression
 * @param match how well it fits what was typed
 */
public record Candidate(String text, String shown, String description, boolean whole, WordMatch match) {

    /** Returns a word that is shown as it is. */
    public static Candidate word(String text, String description) {
        return new Candidate(text, text, description, true, WordMatch.EXACT_CASE);
    }

    /** Returns a part of an expression, after which nothing follows by itself. */
    public static Candidate part(String text, String shown, String description) {
        return new Candidate(text, shown, description, false, WordMatch.EXACT_CASE);
    }

    Candidate matching(WordMatch found) {
        return new Candidate(text, shown, description, whole, found);
    }
}
