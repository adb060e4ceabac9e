package dev.monsh.box;

/** What a box may be called: a word that needs no quotes in a shell, in YAML or in a file's name. */
public final class BoxName {

    /** The rule, as a clause that follows "a box's name". */
    public static final String RULE =
            "starts with a letter or digit and contains only letters, digits, '.', '_' and '-'";

    private BoxName() {}

    /** Returns whether the text can be the name of a box. */
    public static boolean isUsable(String text) {
        return !text.isEmpty()
                && isLetterOrDigit(text.charAt(0))
                && text.chars().allMatch(each -> isLetterOrDigit(each) || each == '.' || each == '_' || each == '-');
    }

    private static boolean isLetterOrDigit(int each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }
}
