package dev.monsh.process.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.gotext.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One {@code cmdline} regex of a rule: Go's syntax, searched anywhere in the joined command line. */
public final class CommandRegex {

    private final SourceText source;
    private final Pattern pattern;
    private final List<String> groupNames;
    private final List<RegexToken> tokens;

    private CommandRegex(SourceText source, Pattern pattern, List<RegexToken> tokens) {
        this.source = source;
        this.pattern = pattern;
        this.tokens = tokens;
        this.groupNames = List.copyOf(RegexGroups.names(tokens));
    }

    /** Compiles a regex. Gives what Go refuses to {@code problems}, and is then empty. */
    public static Optional<CommandRegex> compile(SourceText source, Consumer<Problem> problems) {
        List<RegexToken> tokens = RegexToken.of(source.value());
        Optional<RegexFault> fault = RegexFault.find(source.value(), tokens);
        if (fault.isPresent()) {
            problems.accept(source.problemAt(fault.get().position(), fault.get().message()));
            return Optional.empty();
        }
        try {
            return Optional.of(new CommandRegex(
                    source, Pattern.compile(RegexGroups.withUniqueNames(source.value(), tokens)), tokens));
        } catch (PatternSyntaxException refused) {
            RegexFault explained = RegexFault.of(source.value(), refused);
            problems.accept(source.problemAt(explained.position(), explained.message()));
            return Optional.empty();
        }
    }

    /**
     * Searches, and puts every group into {@code matches}: the whole match and unnamed groups under the empty name, one
     * after the other, so that the last stays. A group that took no part is empty.
     *
     * @param searched the command line through {@link GoText#forRegex}
     */
    public boolean match(String searched, String commandLine, Map<String, String> matches) {
        Matcher matcher = pattern.matcher(searched);
        if (!matcher.find()) {
            return false;
        }
        for (int i = 0; i < groupNames.size(); i++) {
            matches.put(groupNames.get(i), taken(matcher, i, commandLine));
        }
        return true;
    }

    private static String taken(Matcher matcher, int group, String commandLine) {
        int start = matcher.start(group);
        return start < 0 ? "" : commandLine.substring(start, matcher.end(group));
    }

    /** Returns every group of the first match, the whole match first; empty where the regex is not found. */
    public List<Capture> captures(String commandLine) {
        Matcher matcher = pattern.matcher(GoText.forRegex(commandLine));
        List<Capture> captures = new ArrayList<>();
        if (matcher.find()) {
            for (int i = 0; i < groupNames.size(); i++) {
                captures.add(new Capture(
                        groupNames.get(i), i, matcher.start(i), matcher.end(i), taken(matcher, i, commandLine)));
            }
        }
        return captures;
    }

    /** Returns the regex as written. */
    public SourceText source() {
        return source;
    }

    public List<RegexToken> tokens() {
        return tokens;
    }
}
