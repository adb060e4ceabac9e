package dev.monsh.stack;

import java.util.regex.Pattern;

/** Keeps secrets out of what is shown. */
public final class Redaction {

    /** What stands for a secret. */
    public static final String HIDDEN = "(hidden)";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(passw|passphrase|token|secret|credential|api_?key|access_?key|private_?key|_key$|-key$)"
                    + ".*|(?i)key|(?i)pass");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s\"']+@");
    private static final Pattern OPTION = Pattern.compile("(--?([\\w.-]+)=)(.*)", Pattern.DOTALL);

    private Redaction() {}

    /** Returns whether a variable, key or option of that name may hold a secret. A name of a file that holds one is none. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches()
                && !name.endsWith("_file")
                && !name.endsWith("_FILE")
                && !name.endsWith("-file");
    }

    /** Returns a text without the user and password of its URLs. */
    public static String shown(String text) {
        return USER_INFO.matcher(text).replaceAll("");
    }

    /** Returns a word of a command line as it may be shown. */
    public static String word(String word) {
        var option = OPTION.matcher(word);
        return option.matches() && isSecret(option.group(2)) ? option.group(1) + HIDDEN : shown(word);
    }
}
