package dev.monsh.box;

import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The boxes that {@code --box} means where it may mean several: {@code all}, names with commas between them, and names with
 * {@code *} for any characters. A box that has the whole text as its name is meant alone.
 */
public final class BoxSelection {

    private static final String ALL = "all";

    private BoxSelection() {}

    /** Returns whether a text means several boxes. */
    public static boolean isSeveral(String requested, Collection<String> known) {
        return !known.contains(requested)
                && (requested.equals(ALL) || requested.contains(",") || requested.contains("*"));
    }

    /**
     * Returns the names of the boxes that are meant, each once.
     *
     * @param known the names of all boxes, in their order
     * @throws UsageException where a part of the text means none
     */
    public static List<String> of(String requested, Collection<String> known) {
        if (requested.equals(ALL)) {
            return List.copyOf(known);
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String part : requested.split(",", -1)) {
            String wanted = part.strip();
            Pattern pattern = pattern(wanted);
            List<String> found = known.stream()
                    .filter(name -> pattern.matcher(name).matches())
                    .toList();
            if (found.isEmpty()) {
                throw none(wanted, known);
            }
            chosen.addAll(found);
        }
        return List.copyOf(chosen);
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (String piece : glob.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(piece));
        }
        return Pattern.compile(regex.toString());
    }

    private static UsageException none(String wanted, Collection<String> known) {
        Optional<String> nearest = Spelling.nearest(wanted, known);
        String meant = nearest.map(each -> "did you mean '" + each + "'?")
                .orElseGet(() -> "there is " + String.join(", ", known));
        return new UsageException("box '" + wanted + "'", "no box has this name; " + meant, new BoxNextStep.ListAll());
    }
}
