package dev.monsh.app.console;

import dev.monsh.cli.completion.Completion;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Tells JLine which candidates fit: all that {@link WordParser} found, in their order. A word that goes on with what was typed
 * is taken although abbreviations fit as well.
 */
final class FittingCandidates implements CompletionMatcher {

    private @Nullable Completion completion;

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        completion = line instanceof WordParser.Line parsed ? parsed.completion() : null;
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        List<String> prefixed = prefixed();
        return prefixed.size() == 1
                ? candidates.stream()
                        .filter(candidate -> candidate.value().equals(prefixed.getFirst()))
                        .toList()
                : candidates;
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return null;
    }

    @Override
    public String getCommonPrefix() {
        List<String> prefixed = prefixed();
        if (prefixed.isEmpty()) {
            return "";
        }
        String common = prefixed.getFirst();
        for (String each : prefixed) {
            int same = 0;
            while (same < Math.min(common.length(), each.length()) && common.charAt(same) == each.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }

    private List<String> prefixed() {
        Completion found = completion;
        return found == null
                ? List.of()
                : found.prefixed().stream()
                        .map(dev.monsh.cli.completion.Candidate::text)
                        .toList();
    }
}
