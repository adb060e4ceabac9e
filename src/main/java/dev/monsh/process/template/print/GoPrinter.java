package dev.monsh.process.template.print;

import dev.monsh.process.gotext.GoText;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TemplateInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Prints values as Go's package fmt does. */
public final class GoPrinter {

    private GoPrinter() {}

    /** Returns what an action prints for its value. */
    public static String printed(GoValue value, int position) throws TemplateFault {
        return switch (value) {
            case GoValue.Text text -> text.value();
            case GoValue.Absent _ -> "<no value>";
            case GoValue.Root root -> struct(root, 'v', FormatSpec.PLAIN, position);
            default -> formatted(value, 'v', FormatSpec.PLAIN, position);
        };
    }

    /** {@code print}: a blank between operands of which neither is a string. */
    public static String print(List<GoValue> operands, int position) throws TemplateFault {
        StringBuilder out = new StringBuilder();
        boolean afterText = true;
        for (GoValue operand : operands) {
            boolean isText = operand instanceof GoValue.Text;
            out.append(isText || afterText ? "" : " ").append(formatted(operand, 'v', FormatSpec.PLAIN, position));
            afterText = isText;
        }
        return out.toString();
    }

    /** {@code println}: a blank between all operands, a newline at the end. */
    public static String println(List<GoValue> operands, int position) throws TemplateFault {
        List<String> words = new ArrayList<>();
        for (GoValue operand : operands) {
            words.add(formatted(operand, 'v', FormatSpec.PLAIN, position));
        }
        return String.join(" ", words) + "\n";
    }

    /** The text that {@code html}, {@code js} and {@code urlquery} escape: as {@code print}, without pointers and nil. */
    public static String escapable(List<GoValue> operands, int position) throws TemplateFault {
        StringBuilder out = new StringBuilder();
        boolean afterText = true;
        for (GoValue operand : operands) {
            boolean isText = operand instanceof GoValue.Text || operand instanceof GoValue.Absent;
            out.append(isText || afterText ? "" : " ").append(printed(operand, position));
            afterText = isText;
        }
        return out.toString();
    }

    /** Prints one operand under one verb of printf. */
    static String formatted(GoValue value, int verb, FormatSpec spec, int position) throws TemplateFault {
        if (verb == 'T') {
            return spec.padded(spec.truncated(value.type()));
        }
        boolean addressable =
                value instanceof GoValue.Root || value instanceof GoValue.Mapping || value instanceof GoValue.Strings;
        if (verb == 'p' && addressable) {
            throw TemplateFault.unsupported(position, "the verb %p");
        }
        return switch (value) {
            case GoValue.Absent _ -> verb == 'v' ? spec.padded("<nil>") : bad(value, verb, spec, position);
            case GoValue.Text text -> text(text, verb, spec, position);
            case GoValue.Bool bool ->
                verb == 'v' || verb == 't'
                        ? spec.padded(String.valueOf(bool.value()))
                        : bad(value, verb, spec, position);
            case GoValue.Int number -> integer(value, number.value(), verb, spec, position);
            case GoValue.Octet number -> integer(value, number.value(), verb, spec, position);
            case GoValue.Real number ->
                "veEfFgG".indexOf(verb) >= 0
                        ? FloatFormat.format(number.value(), verb, spec, position)
                        : badUnless("xXb", value, verb, spec, position);
            case GoValue.Time time -> time(time, verb, spec, position);
            case GoValue.Strings strings -> strings(strings, verb, spec, position);
            case GoValue.Mapping mapping -> mapping(mapping, verb, spec, position);
            case GoValue.Root root -> "&" + struct(root, verb, spec, position);
        };
    }

    private static String bad(GoValue value, int verb, FormatSpec spec, int position) throws TemplateFault {
        String inner =
                value instanceof GoValue.Absent ? "<nil>" : value.type() + "=" + formatted(value, 'v', spec, position);
        return "%!" + Character.toString(verb) + "(" + inner + ")";
    }

    /** A verb that Go has for the value but that is not covered here is refused; any other is a bad one. */
    private static String badUnless(String uncovered, GoValue value, int verb, FormatSpec spec, int position)
            throws TemplateFault {
        if (uncovered.indexOf(verb) >= 0) {
            throw TemplateFault.unsupported(
                    position, "the verb %" + Character.toString(verb) + " for a " + value.type());
        }
        return bad(value, verb, spec, position);
    }

    private static String text(GoValue.Text text, int verb, FormatSpec spec, int position) throws TemplateFault {
        return switch (verb) {
            case 'v' -> spec.sharpV() ? quoted(text.value(), spec) : spec.padded(spec.truncated(text.value()));
            case 's' -> spec.padded(spec.truncated(text.value()));
            case 'q' -> quoted(text.value(), spec);
            case 'x' -> hex(text.value(), spec);
            case 'X' -> hex(text.value(), spec).toUpperCase(Locale.ROOT);
            default -> bad(text, verb, spec, position);
        };
    }

    private static String quoted(String text, FormatSpec spec) {
        String cut = spec.truncated(text);
        boolean backquoted = spec.sharp() && GoQuote.canBackquote(cut);
        return spec.padded(backquoted ? "`" + cut + "`" : GoQuote.quote(cut, '"', spec.plus()));
    }

    private static String hex(String text, FormatSpec spec) {
        byte[] bytes = GoText.encode(text);
        int length = spec.precision() >= 0 ? Math.min(spec.precision(), bytes.length) : bytes.length;
        HexFormat format = spec.space() ? HexFormat.ofDelimiter(" ") : HexFormat.of();
        if (spec.sharp() && spec.space()) {
            format = format.withPrefix("0x");
        }
        String digits = format.formatHex(bytes, 0, length);
        return spec.padded(spec.sharp() && !spec.space() && length > 0 ? "0x" + digits : digits);
    }

    private static String integer(GoValue value, long number, int verb, FormatSpec spec, int position)
            throws TemplateFault {
        boolean byteInGo = verb == 'v' && spec.sharpV() && value instanceof GoValue.Octet;
        return switch (byteInGo ? 0 : verb) {
            case 0 -> spec.padded("0x" + Long.toHexString(number));
            case 'v', 'd', 'b', 'o', 'O', 'x', 'X' -> IntegerFormat.format(number, verb, spec);
            case 'c' -> spec.padded(IntegerFormat.character(number));
            case 'q' -> spec.padded(GoQuote.quote(IntegerFormat.character(number), '\'', spec.plus()));
            case 'U' -> IntegerFormat.unicode(number, spec);
            default -> bad(value, verb, spec, position);
        };
    }

    private static String time(GoValue.Time time, int verb, FormatSpec spec, int position) throws TemplateFault {
        if ("vsxXq".indexOf(verb) < 0 || spec.sharpV()) {
            throw TemplateFault.unsupported(position, "this verb of printf for a time");
        }
        return text(new GoValue.Text(timeText(time.value())), verb, spec, position);
    }

    /** {@code Time.String}: with as many digits of a second as there are, without trailing zeros. */
    private static String timeText(Instant time) {
        String seconds = time.toString().replace('T', ' ').replace("Z", "");
        return (seconds.contains(".") ? seconds.replaceAll("0+$", "") : seconds) + " +0000 UTC";
    }

    private static String strings(GoValue.Strings strings, int verb, FormatSpec spec, int position)
            throws TemplateFault {
        refuseGoSyntax(strings, spec, position);
        List<String> elements = new ArrayList<>();
        for (String element : strings.value()) {
            elements.add(formatted(new GoValue.Text(element), verb, spec, position));
        }
        return "[" + String.join(" ", elements) + "]";
    }

    private static String mapping(GoValue.Mapping mapping, int verb, FormatSpec spec, int position)
            throws TemplateFault {
        refuseGoSyntax(mapping, spec, position);
        List<String> entries = new ArrayList<>();
        for (var entry : mapping.value().entrySet()) {
            entries.add(formatted(new GoValue.Text(entry.getKey()), verb, spec, position)
                    + ":"
                    + formatted(new GoValue.Text(entry.getValue()), verb, spec, position));
        }
        return "map[" + String.join(" ", entries) + "]";
    }

    private static String struct(GoValue.Root root, int verb, FormatSpec spec, int position) throws TemplateFault {
        refuseGoSyntax(root, spec, position);
        List<String> fields = new ArrayList<>();
        for (String name : TemplateInput.FIELDS) {
            GoValue field = root.value().field(name).orElseThrow();
            fields.add((spec.plusV() ? name + ":" : "") + formatted(field, verb, spec, position));
        }
        return "{" + String.join(" ", fields) + "}";
    }

    private static void refuseGoSyntax(GoValue value, FormatSpec spec, int position) throws TemplateFault {
        if (spec.sharpV()) {
            throw TemplateFault.unsupported(position, "the verb %#v for a " + value.type());
        }
    }
}
