package dev.monsh.adapter.yaml.compose;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Puts variables into a text, by the rules of compose-go's {@code template} package: {@code $NAME}, <code>${NAME}</code>,
 * the operators {@code :-}, {@code -}, {@code :+}, {@code +}, {@code :?}, {@code ?} with whatever may stand in their own
 * text, and {@code $$} for a dollar sign, as is a dollar sign that nothing of this follows. Used once.
 */
final class Interpolation {

    private final String text;
    private final Variables variables;
    private final Set<String> unset = new LinkedHashSet<>();
    private int at;

    Interpolation(String text, Variables variables) {
        this.text = text;
        this.variables = variables;
    }

    /** Says why a text can't be taken, in one clause. */
    static final class BadText extends Exception {

        private static final long serialVersionUID = 1L;

        BadText(String why) {
            super(why);
        }
    }

    /** Returns the text with all variables put in. */
    String run() throws BadText {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '$') {
                out.append(variable());
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns the variables that were asked for without a default and are not set: they count as empty. */
    Set<String> unset() {
        return unset;
    }

    private String variable() throws BadText {
        if (at < text.length() && text.charAt(at) == '$') {
            at++;
            return "$";
        }
        if (at < text.length() && text.charAt(at) == '{') {
            at++;
            return braced();
        }
        return at < text.length() && isNamePart(text.charAt(at), true) ? value(name()) : "$";
    }

    private String braced() throws BadText {
        int end = closingBrace();
        String name = name();
        String operator = operator();
        String argument = text.substring(at, end);
        at = end + 1;
        if (operator.isEmpty()) {
            if (!argument.isEmpty()) {
                throw new BadText("after '${" + name + "' expected '}' or one of :- - :+ + :? ?");
            }
            return value(name);
        }
        // also what is not used has to be right: Compose looks at it before it looks at the variable
        Interpolation inner = new Interpolation(argument, variables);
        String otherwise = inner.run();
        String value = variables.find(name).orElse("");
        boolean given = operator.length() == 1 ? variables.find(name).isPresent() : !value.isEmpty();
        return switch (operator.charAt(operator.length() - 1)) {
            case '-' -> given ? value : used(inner, otherwise);
            case '+' -> given ? used(inner, otherwise) : "";
            default -> {
                if (!given) {
                    String why = otherwise.isEmpty() ? "" : ": " + otherwise;
                    throw new BadText("the variable " + name + " must be set, but is not" + why);
                }
                yield value;
            }
        };
    }

    private String used(Interpolation inner, String result) {
        unset.addAll(inner.unset);
        return result;
    }

    private int closingBrace() throws BadText {
        int depth = 1;
        for (int i = at; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new BadText("'${' is not closed");
    }

    private String operator() {
        int start = at;
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
        }
        if (at < text.length() && "-+?".indexOf(text.charAt(at)) >= 0) {
            at++;
            return text.substring(start, at);
        }
        at = start;
        return "";
    }

    private String name() throws BadText {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at), at == start)) {
            at++;
        }
        if (at == start) {
            throw new BadText("the variable name is missing after '${'; write '$${' for a literal '${'");
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }

    private String value(String name) {
        return variables.find(name).orElseGet(() -> {
            unset.add(name);
            return "";
        });
    }
}
