package dev.monsh.ql;

/**
 * One matcher of a selector, as it is written.
 *
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 * @param value the meaning of the string
 */
public record Matcher(String name, String operator, String value) {

    @Override
    public String toString() {
        return Selector.name(name) + operator + QuotedText.quoted(value);
    }
}
