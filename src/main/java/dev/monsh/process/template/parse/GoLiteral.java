package dev.monsh.process.template.parse;

import dev.monsh.process.gotext.GoText;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Literals of Go source: numbers, characters and quoted strings (the Go specification, strconv). */
final class GoLiteral {

    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0[xX](?<hex>(?:_?[0-9a-fA-F])+)"
            + "|0[bB](?<binary>(?:_?[01])+)|0[oO]?(?<octal>(?:_?[0-7])+)|(?<decimal>0|[1-9](?:_?[0-9])*))");
    private static final Pattern FLOAT = Pattern.compile("[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
            + "|0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)");
    private static final String SIMPLE_ESCAPES = "abfnrtv\\";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\";

    private final String text;
    private final int position;
    private final char quote;
    private final StringBuilder value = new StringBuilder();

    private GoLiteral(String text, int position) {
        this.text = text;
        this.position = position;
        this.quote = text.charAt(0);
    }

    /** Returns the index after the number that starts at {@code start}, by the shape of its characters only. */
    static int numberEnd(String input, int start) {
        int at = skip(input, start, "+-", 1);
        String digits = "0123456789_";
        if (input.startsWith("0x", at) || input.startsWith("0X", at)) {
            digits = "0123456789abcdefABCDEF_";
            at += 2;
        } else if (at + 1 < input.length() && input.charAt(at) == '0' && "oObB".indexOf(input.charAt(at + 1)) >= 0) {
            at += 2;
        }
        at = skip(input, at, digits, Integer.MAX_VALUE);
        at = skip(input, at, ".", 1);
        at = skip(input, at, digits, Integer.MAX_VALUE);
        int exponent = skip(input, at, digits.length() > 11 ? "pP" : "eE", 1);
        if (exponent > at) {
            at = skip(input, skip(input, exponent, "+-", 1), "0123456789_", Integer.MAX_VALUE);
        }
        return skip(input, at, "i", 1);
    }

    private static int skip(String input, int from, String characters, int most) {
        int at = from;
        while (at < input.length() && at - from < most && characters.indexOf(input.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Returns the value of a number; empty for an integer that Go takes but that no int holds. */
    static Optional<GoValue> number(Token token) throws TemplateFault {
        String text = token.text();
        if (text.endsWith("i")) {
            throw TemplateFault.unsupported(token.position(), "the complex number " + text);
        }
        var integer = INTEGER.matcher(text);
        if (integer.matches()) {
            return integer(token, integer);
        }
        if (!FLOAT.matcher(text).matches() || !text.toLowerCase(Locale.ROOT).matches(".*[.ep].*")) {
            throw new TemplateFault(token.position(), "bad number " + text);
        }
        return Optional.of(new GoValue.Real(Double.parseDouble(text)));
    }

    private static Optional<GoValue> integer(Token token, java.util.regex.Matcher parts) throws TemplateFault {
        for (String base : new String[] {"hex", "binary", "octal", "decimal"}) {
            String digits = parts.group(base);
            if (digits != null) {
                int radix = switch (base) {
                    case "hex" -> 16;
                    case "binary" -> 2;
                    case "octal" -> 8;
                    default -> 10;
                };
                String sign = token.text().startsWith("-") ? "-" : "";
                var exact = new java.math.BigInteger(sign + digits.replace("_", ""), radix);
                if (exact.bitLength() <= 63) {
                    return Optional.of(new GoValue.Int(exact.longValue()));
                }
                if (exact.signum() > 0 && exact.bitLength() <= 64) {
                    return Optional.empty();
                }
            }
        }
        throw new TemplateFault(token.position(), "integer overflow: " + token.text());
    }

    /** Returns the code point of a character literal, quotes included in the token. */
    static long character(Token token) throws TemplateFault {
        String value = new GoLiteral(token.text(), token.position()).unquote();
        if (value.isEmpty() || value.codePointCount(0, value.length()) != 1) {
            throw new TemplateFault(token.position(), "malformed character constant " + token.text());
        }
        return GoText.isRawByte(value, 0) ? GoText.rawByte(value.charAt(0)) : value.codePointAt(0);
    }

    /** Returns the value of a string literal of either form, quotes included in the token. */
    static String string(Token token) throws TemplateFault {
        String text = token.text();
        if (token.kind() == Token.Kind.RAW_STRING) {
            return text.substring(1, text.length() - 1).replace("\r", "");
        }
        return GoText.normalize(new GoLiteral(text, token.position()).unquote());
    }

    private String unquote() throws TemplateFault {
        int at = 1;
        while (at < text.length() - 1) {
            if (text.charAt(at) == '\\') {
                at = escape(at + 1);
            } else {
                value.append(text.charAt(at));
                at++;
            }
        }
        return value.toString();
    }

    /** Reads the escape whose letter stands at the index; returns the index after it. */
    private int escape(int at) throws TemplateFault {
        char c = text.charAt(at);
        int simple = SIMPLE_ESCAPES.indexOf(c);
        if (simple >= 0) {
            value.append(SIMPLE_VALUES.charAt(simple));
            return at + 1;
        }
        if (c == quote) {
            value.append(c);
            return at + 1;
        }
        return switch (c) {
            case 'x' -> code(at + 1, 2, 16, 0xff);
            case 'u' -> code(at + 1, 4, 16, Character.MAX_CODE_POINT);
            case 'U' -> code(at + 1, 8, 16, Character.MAX_CODE_POINT);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> code(at, 3, 8, 0xff);
            default -> throw new TemplateFault(position + at - 1, "unknown escape \\" + c);
        };
    }

    private int code(int from, int length, int radix, int most) throws TemplateFault {
        int end = from + length;
        long code = -1;
        if (end <= text.length() - 1
                && text.substring(from, end).chars().allMatch(c -> Character.digit(c, radix) >= 0)) {
            code = Long.parseLong(text, from, end, radix);
        }
        if (code < 0 || code > most || (code >= 0xd800 && code <= 0xdfff)) {
            throw new TemplateFault(position + from - 1, "bad escape in " + text);
        }
        if (most == 0xff) {
            value.append(GoText.ofByte((int) code));
        } else {
            value.appendCodePoint((int) code);
        }
        return end;
    }
}
