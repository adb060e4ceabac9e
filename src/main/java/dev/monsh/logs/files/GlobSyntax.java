package dev.monsh.logs.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The syntax of globs of doublestar v4, the library that Promtail finds files with (its match.go and validate.go):
 * {@code *} and {@code ?} within one name, {@code **} over any number of folders where it is a whole name (anywhere else
 * it is a {@code *}), {@code [a-z]}, {@code [^a]}, {@code [!a]}, {@code {a,b}}, and {@code \} before a character that
 * stands for itself.
 */
final class GlobSyntax {

    /** The name that stands for any number of folders. */
    static final String DEEP = "**";

    private static final int MOST_ALTERNATIVES = 4096;

    private GlobSyntax() {}

    /** Returns whether the library takes the pattern; otherwise it reports {@code syntax error in pattern}. */
    static boolean isValid(String glob) {
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            switch (glob.charAt(i)) {
                case '\\' -> {
                    if (++i >= glob.length()) {
                        return false;
                    }
                }
                case '[' -> {
                    int end = classEnd(glob, i);
                    if (end < 0) {
                        return false;
                    }
                    i = end;
                }
                case '{' -> depth++;
                case '}' -> {
                    if (--depth < 0) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return depth == 0;
    }

    /** Returns where the class that begins here ends; -1 where it does not end, or is empty. */
    private static int classEnd(String glob, int start) {
        int at = start + 1;
        if (at < glob.length() && (glob.charAt(at) == '^' || glob.charAt(at) == '!')) {
            at++;
        }
        if (at >= glob.length() || glob.charAt(at) == ']') {
            return -1;
        }
        for (; at < glob.length(); at++) {
            if (glob.charAt(at) == '\\') {
                at++;
            } else if (glob.charAt(at) == ']') {
                return at;
            }
        }
        return -1;
    }

    /** Returns the patterns without braces that a valid pattern stands for; at most {@value #MOST_ALTERNATIVES}. */
    static List<String> alternatives(String glob) {
        List<String> whole = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(glob));
        while (!open.isEmpty() && whole.size() < MOST_ALTERNATIVES && open.size() < MOST_ALTERNATIVES) {
            String next = open.removeFirst();
            int brace = firstBrace(next);
            if (brace < 0) {
                whole.add(next);
                continue;
            }
            List<String> inside = new ArrayList<>();
            int end = split(next, brace, inside);
            for (String one : inside) {
                open.add(next.substring(0, brace) + one + next.substring(end + 1));
            }
        }
        return whole;
    }

    private static int firstBrace(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = classEnd(glob, i);
            } else if (c == '{') {
                return i;
            }
        }
        return -1;
    }

    /** Collects what stands between the commas of the braces that begin here, and returns where they end. */
    private static int split(String glob, int brace, List<String> inside) {
        int depth = 0;
        int from = brace + 1;
        for (int i = brace; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == ',' && depth == 1) {
                inside.add(glob.substring(from, i));
                from = i + 1;
            } else if (c == '}' && --depth == 0) {
                inside.add(glob.substring(from, i));
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced braces: " + glob);
    }

    /** Returns a pattern for one name. */
    static Pattern name(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); ) {
            int c = glob.codePointAt(i);
            if (c == '[') {
                int end = classEnd(glob, i);
                regex.append(classOf(glob.substring(i + 1, end)));
                i = end + 1;
                continue;
            }
            if (c == '\\') {
                i++;
                c = glob.codePointAt(i);
                regex.append(literal(c));
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> literal(c);
                        });
            }
            i += Character.charCount(c);
        }
        return Pattern.compile(regex.toString());
    }

    /** A range whose end is before its beginning holds nothing, and is no fault. */
    private static String classOf(String content) {
        boolean not = content.startsWith("!") || content.startsWith("^");
        int[] members = content.substring(not ? 1 : 0).codePoints().toArray();
        StringBuilder ranges = new StringBuilder();
        int last = -1;
        for (int i = 0; i < members.length; i++) {
            if (last >= 0 && members[i] == '-' && i + 1 < members.length) {
                i += members[i + 1] == '\\' && i + 2 < members.length ? 2 : 1;
                if (last <= members[i]) {
                    ranges.append(literal(last)).append('-').append(literal(members[i]));
                }
                last = -1;
            } else {
                i += members[i] == '\\' && i + 1 < members.length ? 1 : 0;
                last = members[i];
                ranges.append(literal(last));
            }
        }
        if (not) {
            return "[^/" + ranges + "]";
        }
        return ranges.isEmpty() ? "(?!)" : "[" + ranges + "]";
    }

    private static String literal(int codePoint) {
        return "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}
