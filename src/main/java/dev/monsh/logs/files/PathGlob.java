package dev.monsh.logs.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A path with wildcards as Promtail's {@code __path__} has them: {@code *} and {@code ?} within one name, {@code **} over
 * any number of folders, none included, {@code [a-z]}, {@code [^a]} and {@code {a,b}}.
 */
public final class PathGlob {

    private static final String WILD = "*?[{\\";

    private final String text;
    private final Pattern pattern;

    /** Reads a glob. A bracket or brace without an end stands for itself. */
    public PathGlob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(regex(text));
    }

    /** Returns whether the path fits. */
    public boolean matches(Path path) {
        return pattern.matcher(path.toString()).matches();
    }

    /** Returns the folder or file that every fitting path is or begins with. */
    public Path root() {
        int wild = firstWild();
        return wild < 0 ? Path.of(text) : Path.of(text.substring(0, Math.max(1, text.lastIndexOf('/', wild))));
    }

    /** Returns how many names below the root a path can have; 0 for a path without wildcards. */
    public int depth() {
        int wild = firstWild();
        if (wild < 0) {
            return 0;
        }
        if (text.contains("**")) {
            return Integer.MAX_VALUE;
        }
        int below = Math.max(0, text.lastIndexOf('/', wild));
        return (int) text.substring(below).chars().filter(c -> c == '/').count();
    }

    private int firstWild() {
        for (int i = 0; i < text.length(); i++) {
            if (WILD.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int bracket = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (bracket > 0) {
                regex.append(range(glob.substring(i + 1, bracket)));
                i = bracket;
            } else if (c == '{' && glob.indexOf('}', i) > 0) {
                regex.append("(?:");
                braces++;
            } else if (braces > 0 && c == '}') {
                regex.append(')');
                braces--;
            } else if (braces > 0 && c == ',') {
                regex.append('|');
            } else {
                i += c == '\\' && i + 1 < glob.length() ? 1 : 0;
                regex.append(Pattern.quote(String.valueOf(glob.charAt(i))));
            }
        }
        return regex.append(")".repeat(braces)).toString();
    }

    private static String range(String content) {
        boolean not = content.startsWith("!") || content.startsWith("^");
        String members = content.substring(not ? 1 : 0).replaceAll("([\\[\\]\\\\&^])", "\\\\$1");
        return (not ? "[^/" : "[") + members + "]";
    }
}
