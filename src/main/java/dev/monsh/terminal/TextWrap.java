package dev.monsh.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text for people into lines between words. Widths are columns of a terminal. */
public final class TextWrap {

    /** After these a word that has to be broken is still readable: a path, a URL, a name of several parts. */
    private static final String JOINTS = "/,;&?_-";

    private TextWrap() {}

    /** Fills lines up to a width, between blank lines; a word longer than the width has a line of its own. */
    public static List<String> paragraphs(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(whole(paragraph.strip().replaceAll("\\s+", " "), width));
        }
        return lines;
    }

    /** Breaks one line between words; a word longer than the width stays whole, so that it can be copied. */
    public static List<String> whole(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (true) {
            String fits = TextWidth.prefix(rest, width);
            if (fits.length() == rest.length()) {
                break;
            }
            int end = lastBlank(rest, fits.length());
            if (end < 0) {
                end = rest.indexOf(' ', fits.length());
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    /** Breaks one line between words, and inside those that are longer than a line, after punctuation where there is some. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (true) {
            String fits = TextWidth.prefix(rest, width);
            if (fits.length() == rest.length()) {
                lines.add(rest);
                return lines;
            }
            int end = lastBlank(rest, fits.length());
            if (end < 0) {
                // a wide character takes two columns even where there is one
                String part = fits.isEmpty() ? TextWidth.prefix(rest, 2) : upToJoint(fits);
                lines.add(part);
                rest = rest.substring(part.length());
            } else {
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end + 1);
            }
        }
    }

    /** Returns the last blank at or before a place that has more than blanks before it; -1 where there is none. */
    private static int lastBlank(String text, int place) {
        int blank = text.lastIndexOf(' ', place);
        return blank < 0 || text.substring(0, blank).isBlank() ? -1 : blank;
    }

    private static String upToJoint(String part) {
        for (int end = part.length(); end > part.length() / 2; end--) {
            if (JOINTS.indexOf(part.charAt(end - 1)) >= 0) {
                return part.substring(0, end);
            }
        }
        return part;
    }
}
