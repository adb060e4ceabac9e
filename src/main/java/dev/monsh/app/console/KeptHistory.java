package dev.monsh.app.console;

import dev.monsh.cli.SecretText;
import java.time.Instant;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed before, as they were run: {@code !!} is replaced, and lines that may hold a secret are left out. */
final class KeptHistory extends DefaultHistory {

    private static final String LAST = "!!";

    @Override
    public void add(Instant time, String line) {
        String meant = expanded(line).orElse(line);
        if (!SecretText.mayBeIn(meant) && !meant.strip().equals(LAST)) {
            super.add(time, meant);
        }
    }

    /** Returns a line with the last one in place of {@code !!} at its beginning; empty where it has none. */
    Optional<String> expanded(String line) {
        String text = line.strip();
        boolean repeats = text.equals(LAST) || text.startsWith(LAST + " ");
        return repeats && !isEmpty() ? Optional.of(get(last()) + text.substring(LAST.length())) : Optional.empty();
    }
}
