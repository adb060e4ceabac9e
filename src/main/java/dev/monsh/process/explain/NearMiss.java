package dev.monsh.process.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.regex.RegexToken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would make a selector hold that came close: one sentence, or nothing. */
public final class NearMiss {

    /** The kernel keeps no more of a process name (proc_pid_comm(5)). */
    public static final int LONGEST_COMM = 15;

    private static final String VERSION = "[0-9.]+$";

    private NearMiss() {}

    static Optional<String> comm(List<String> wanted, RunningProcess process) {
        String comm = process.comm();
        for (String entry : wanted) {
            if (!cut(entry).equals(entry) && cut(entry).equals(comm)) {
                return Optional.of(
                        "the kernel truncates comm to 15 bytes: write " + comm + " in the rule, not " + entry);
            }
            if (entry.equalsIgnoreCase(comm)) {
                return Optional.of("only the case differs: write " + comm + " in the rule, not " + entry);
            }
            if (!entry.isEmpty() && !comm.equals(entry) && stem(entry).equals(stem(comm))) {
                return Optional.of("only the version differs: add " + comm + " to comm");
            }
        }
        return wanted.stream()
                .filter(entry -> process.argv().stream()
                        .limit(3)
                        .anyMatch(argument -> RunningProcess.baseName(argument).equals(entry)))
                .findFirst()
                .map(entry -> entry + " is in its command line, but it runs as " + comm + ": add that to comm");
    }

    private static String stem(String name) {
        String stem = name.replaceFirst(VERSION, "");
        return stem.isEmpty() ? name : stem;
    }

    public static String cut(String name) {
        byte[] bytes = GoText.encode(name);
        return bytes.length <= LONGEST_COMM ? name : GoText.decode(Arrays.copyOf(bytes, LONGEST_COMM));
    }

    static Optional<String> exe(Map<String, String> entries, RunningProcess process) {
        if (process.argv().isEmpty()) {
            return Optional.empty();
        }
        String base = process.exeBase();
        String path = entries.get(base);
        if (path != null) {
            return Optional.of("the base name is right, but an entry with a slash wants the whole of argv[0]: write "
                    + base + " to match any folder");
        }
        for (String entry : entries.keySet()) {
            if (entry.equalsIgnoreCase(base)) {
                return Optional.of("only the case differs: write " + base);
            }
            if (!entry.isEmpty() && stem(entry).equals(stem(base))) {
                return Optional.of("only the version differs: add " + base + " to exe");
            }
            if (entry.equals(process.comm())) {
                return Optional.of(entry + " is its comm, not its argv[0]: select by comm");
            }
        }
        return Optional.empty();
    }

    static Optional<String> cmdline(String regex, String commandLine) {
        String searched = GoText.forRegex(commandLine);
        if (isFound("(?i)" + regex, searched)) {
            return Optional.of("only the case differs: put (?i) in front of the regex");
        }
        List<RegexToken> tokens = RegexToken.of(regex);
        int depth = 0;
        int best = 0;
        boolean literal = false;
        boolean bestHasLiteral = false;
        for (int i = 0; i < tokens.size(); i++) {
            RegexToken token = tokens.get(i);
            boolean inner = i + 1 < tokens.size() && tokens.get(i + 1).kind() == RegexToken.Kind.QUANTIFIER;
            switch (token.kind()) {
                case OPEN -> depth++;
                case CLOSE -> depth--;
                case ALTERNATIVE -> {
                    if (depth == 0) {
                        return Optional.empty();
                    }
                }
                default -> literal |= token.kind() == RegexToken.Kind.LITERAL;
            }
            if (depth == 0 && !inner && isFound(regex.substring(0, token.end()), searched)) {
                best = token.end();
                bestHasLiteral = literal;
            }
        }
        return bestHasLiteral && best < regex.length()
                ? Optional.of(partly(regex, best, commandLine, searched))
                : Optional.empty();
    }

    private static String partly(String regex, int length, String commandLine, String searched) {
        Matcher matcher = Pattern.compile(regex.substring(0, length)).matcher(searched);
        String rest = matcher.find() ? commandLine.substring(matcher.end()) : "";
        String there = rest.isEmpty() ? "the command line ends there" : "then comes " + start(rest);
        return "matches up to " + regex.substring(0, length) + ", but " + there + "; the regex wants "
                + regex.substring(length);
    }

    private static String start(String text) {
        int length = Math.min(text.length(), 30);
        return length == text.length() ? text : text.substring(0, length) + "…";
    }

    private static boolean isFound(String regex, String searched) {
        try {
            return Pattern.compile(regex).matcher(searched).find();
        } catch (PatternSyntaxException _) {
            return false;
        }
    }
}
