package dev.monsh.process.template.function;

import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateInput;
import dev.monsh.process.template.value.TemplateStop;
import java.util.List;

/** {@code eq} and its kin: basic values of one kind, and anything with no value. */
final class Comparison {

    private Comparison() {}

    /** Whether the first argument equals one of the others; stops at the first that does. */
    static boolean equalToAny(List<GoValue> arguments) throws TemplateStop {
        GoValue first = arguments.getFirst();
        for (GoValue other : arguments.subList(1, arguments.size())) {
            if (equal(first, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(GoValue a, GoValue b) throws TemplateStop {
        if (isInteger(a) && isInteger(b)) {
            return integer(a) == integer(b);
        }
        if (a instanceof GoValue.Absent || b instanceof GoValue.Absent) {
            return isNil(a) && isNil(b);
        }
        if (a instanceof GoValue.Real x && b instanceof GoValue.Real y) {
            return x.value() == y.value();
        }
        boolean comparable = a instanceof GoValue.Text
                || a instanceof GoValue.Bool
                || a instanceof GoValue.Time
                || a instanceof GoValue.Root;
        if (a.getClass() != b.getClass() || !comparable) {
            throw new TemplateStop("incompatible types for comparison");
        }
        return a.equals(b);
    }

    /** Whether Go holds the value for nil; a list without elements is a nil slice here. */
    private static boolean isNil(GoValue value) {
        return value instanceof GoValue.Absent
                || (value instanceof GoValue.Strings strings && strings.value().isEmpty());
    }

    static boolean less(GoValue a, GoValue b) throws TemplateStop {
        if (isInteger(a) && isInteger(b)) {
            return integer(a) < integer(b);
        }
        if (a instanceof GoValue.Real x && b instanceof GoValue.Real y) {
            return x.value() < y.value();
        }
        if (a instanceof GoValue.Text x && b instanceof GoValue.Text y) {
            return TemplateInput.BYTE_ORDER.compare(x.value(), y.value()) < 0;
        }
        throw new TemplateStop("incompatible types for comparison");
    }

    static boolean lessOrEqual(GoValue a, GoValue b) throws TemplateStop {
        return less(a, b) || equal(a, b);
    }

    private static boolean isInteger(GoValue value) {
        return value instanceof GoValue.Int || value instanceof GoValue.Octet;
    }

    private static long integer(GoValue value) {
        return value instanceof GoValue.Octet small ? small.value() : ((GoValue.Int) value).value();
    }
}
