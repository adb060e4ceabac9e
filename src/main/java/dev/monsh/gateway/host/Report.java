package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a script of ours said on its standard output: facts in their order. A line that is none is passed over. */
public final class Report {

    /** One fact. */
    public record Fact(String name, Bytes value) {

        public String text() {
            return value.text();
        }
    }

    private final List<Fact> facts;

    private Report(List<Fact> facts) {
        this.facts = facts;
    }

    /** Reads {@code NAME BASE64} lines. */
    public static Report of(Bytes output) {
        List<Fact> facts = new ArrayList<>();
        for (String line : output.text().split("\n")) {
            int blank = line.indexOf(' ');
            String name = blank < 0 ? line : line.substring(0, blank);
            decoded(blank < 0 ? "" : line.substring(blank + 1)).ifPresent(value -> facts.add(new Fact(name, value)));
        }
        return new Report(facts);
    }

    private static Optional<Bytes> decoded(String base64) {
        try {
            return Optional.of(Bytes.of(Base64.getDecoder().decode(base64.strip())));
        } catch (IllegalArgumentException e) {
            // a line that was cut off when the disk was full, or a word of the login shell
            return Optional.empty();
        }
    }

    /** Returns all facts in their order. */
    public List<Fact> facts() {
        return facts;
    }

    /** Returns the value of the last fact of a name; the journal's lines come before the result's. */
    public Optional<Bytes> bytes(String name) {
        return facts.reversed().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    /** Returns a fact as text; empty where it was not said. */
    public String text(String name) {
        return bytes(name).map(Bytes::text).orElse("");
    }
}
