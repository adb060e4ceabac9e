package dev.monsh.process.template.print;

import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import java.util.List;

/** {@code printf}: a format and its operands (Go's package fmt, doPrintf). */
public final class FormatPrinter {

    private static final int LARGEST = 1_000_000;

    private final String format;
    private final List<GoValue> operands;
    private final int position;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;

    public FormatPrinter(String format, List<GoValue> operands, int position) {
        this.format = format;
        this.operands = operands;
        this.position = position;
    }

    public String print() throws TemplateFault {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            verb();
        }
        if (used < operands.size()) {
            extra();
        }
        return out.toString();
    }

    private void verb() throws TemplateFault {
        int start = at;
        while (at < format.length() && "#0+- ".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        FormatSpec spec = FormatSpec.ofFlags(format.substring(start, at));
        refuseIndirection();
        int width = number();
        int precision = -1;
        if (at + 1 < format.length() && format.charAt(at) == '.') {
            at++;
            refuseIndirection();
            precision = Math.max(0, number());
        }
        refuseIndirection();
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        operand(verb, spec.withSizes(width, precision));
    }

    private void operand(int verb, FormatSpec spec) throws TemplateFault {
        if (verb == '%') {
            out.append('%');
        } else if (used >= operands.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            out.append(GoPrinter.formatted(operands.get(used), verb, verb == 'v' ? spec.forV() : spec, position));
            used++;
        }
    }

    private void refuseIndirection() throws TemplateFault {
        if (at < format.length() && (format.charAt(at) == '*' || format.charAt(at) == '[')) {
            throw TemplateFault.unsupported(position, "\"" + format.charAt(at) + "\" in the format of printf");
        }
    }

    /** Reads digits; -1 where there are none. A crazily large number swallows the rest, as it does in Go. */
    private int number() {
        int value = -1;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            if (value > LARGEST) {
                at = format.length();
                return -1;
            }
            value = Math.max(value, 0) * 10 + format.charAt(at) - '0';
            at++;
        }
        return value;
    }

    private void extra() throws TemplateFault {
        out.append("%!(EXTRA ");
        for (int i = used; i < operands.size(); i++) {
            GoValue operand = operands.get(i);
            out.append(i > used ? ", " : "");
            if (operand instanceof GoValue.Absent) {
                out.append("<nil>");
            } else {
                out.append(operand.type())
                        .append('=')
                        .append(GoPrinter.formatted(operand, 'v', FormatSpec.PLAIN, position));
            }
        }
        out.append(')');
    }
}
