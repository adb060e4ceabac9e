package dev.monsh.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers of a real Loki 3.6, recorded: request line, status, content type, an empty line, the body. */
public final class Recorded {

    private Recorded() {}

    /** Returns the answer in {@code loki/NAME.http}. */
    public static StandInLoki.Canned answer(String name) {
        String[] parts = text(name + ".http").split("\n\n", 2);
        String[] head = parts[0].split("\n");
        String type = head.length > 2 ? head[2].replaceFirst("content-type: ", "") : "text/plain";
        return new StandInLoki.Canned(Integer.parseInt(head[1].strip()), type, parts[1]);
    }

    /** Returns the whole of a file in {@code loki/}. */
    public static String text(String file) {
        try (InputStream in = Recorded.class.getResourceAsStream("/loki/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
