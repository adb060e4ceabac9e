package dev.monsh.adapter.yaml.compose;

import dev.monsh.edit.WholeFile;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files of {@code NAME=value} lines as Compose does (docs.docker.com, ".env file syntax"). */
final class DotEnvReader {

    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(?:export\\s+)?([\\w.-]+)\\s*[=:]\\s?(.*)");
    private static final Pattern NAME_ALONE = Pattern.compile("\\s*(?:export\\s+)?([\\w.-]+)\\s*");
    private static final Pattern COMMENT = Pattern.compile("\\s#.*$|^#.*$");

    private final Variables given;
    private final ComposeFaults faults;

    /** Takes what is set already, which counts before what the same file sets further up. */
    DotEnvReader(Variables given, ComposeFaults faults) {
        this.given = given;
        this.faults = faults;
    }

    /** Returns what the file sets, in its order. A line with a name alone takes the environment's value. */
    Map<String, String> read(Path file) {
        List<String> lines;
        try {
            lines = new String(WholeFile.read(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                i += assignment(
                        new Problem(file.toString(), i + 1, 1, ""), line, lines.subList(i + 1, lines.size()), values);
            }
        }
        return values;
    }

    /** Returns how many of the lines that follow belong to this one. */
    private int assignment(Problem place, String line, List<String> following, Map<String, String> values) {
        Matcher alone = NAME_ALONE.matcher(line);
        Matcher found = ASSIGNMENT.matcher(line);
        if (alone.matches()) {
            given.find(alone.group(1)).ifPresent(inherited -> values.put(alone.group(1), inherited));
            return 0;
        }
        if (!found.matches()) {
            faults.fault(ComposeValue.at(place, "expected NAME=value"));
            return 0;
        }
        String written = found.group(2).strip();
        char quote = written.isEmpty() ? ' ' : written.charAt(0);
        if (quote == '"' || quote == '\'') {
            return quoted(place, found.group(1), written, following, values);
        }
        values.put(
                found.group(1),
                interpolated(place, COMMENT.matcher(written).replaceFirst("").strip(), values));
        return 0;
    }

    private int quoted(Problem place, String name, String written, List<String> following, Map<String, String> values) {
        char quote = written.charAt(0);
        StringBuilder all = new StringBuilder(written);
        int used = 0;
        int end = closing(all, quote);
        while (end < 0 && used < following.size()) {
            all.append('\n').append(following.get(used++));
            end = closing(all, quote);
        }
        if (end < 0) {
            faults.fault(ComposeValue.at(place, "the quote of the value of " + name + " is not closed"));
            return 0;
        }
        String inner = all.substring(1, end);
        values.put(name, quote == '\'' ? inner : interpolated(place, unescaped(inner), values));
        return used;
    }

    private static int closing(StringBuilder text, char quote) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            if (next == '0') {
                String digits = digits(text, i + 1);
                out.append(octal(digits));
                i += digits.length();
            } else {
                out.append(escape(next));
            }
        }
        return out.toString();
    }

    /** What compose-go's {@code dotenv} package does not know it leaves as it is. */
    private static String escape(char c) {
        return switch (c) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            case '$' -> "$$";
            case '"', '\\' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    /** Returns up to three decimal digits from the index on. */
    private static String digits(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    /** Three octal digits are a character; of anything else Compose drops the zero alone. */
    private static String octal(String digits) {
        return digits.matches("[0-3][0-7]{2}") ? String.valueOf((char) Integer.parseInt(digits, 8)) : "\\" + digits;
    }

    private String interpolated(Problem place, String text, Map<String, String> soFar) {
        try {
            return new Interpolation(text, given.over(soFar)).run();
        } catch (Interpolation.BadText e) {
            faults.fault(ComposeValue.at(place, String.valueOf(e.getMessage())));
            return text;
        }
    }
}
