package dev.monsh.process.template.value;

import java.util.List;
import java.util.Set;

/** Fields of structs, keys of maps and the methods of a time: what follows a dot. */
public final class FieldReader {

    /** The methods of Go's {@code time.Time} that return a value; {@link TimeMethods} knows which are covered. */
    private static final Set<String> TIME_METHODS = Set.of(
            "Add",
            "AddDate",
            "After",
            "AppendFormat",
            "Before",
            "Clock",
            "Compare",
            "Date",
            "Day",
            "Equal",
            "Format",
            "GoString",
            "GobEncode",
            "Hour",
            "ISOWeek",
            "In",
            "IsDST",
            "IsZero",
            "Local",
            "Location",
            "MarshalBinary",
            "MarshalJSON",
            "MarshalText",
            "Minute",
            "Month",
            "Nanosecond",
            "Round",
            "Second",
            "String",
            "Sub",
            "Truncate",
            "UTC",
            "Unix",
            "UnixMicro",
            "UnixMilli",
            "UnixNano",
            "Weekday",
            "Year",
            "YearDay",
            "Zone",
            "ZoneBounds");

    private FieldReader() {}

    public static boolean isTimeMethod(String name) {
        return TIME_METHODS.contains(name);
    }

    /** Follows a path of fields; with arguments the last of them would have to be a function, which none is. */
    public static GoValue read(GoValue start, List<String> path, boolean hasArguments, int position)
            throws TemplateStop, TemplateFault {
        GoValue value = start;
        for (int i = 0; i < path.size(); i++) {
            value = field(value, path.get(i), hasArguments && i == path.size() - 1, position);
        }
        return value;
    }

    private static GoValue field(GoValue receiver, String name, boolean hasArguments, int position)
            throws TemplateStop, TemplateFault {
        if (receiver instanceof GoValue.Absent) {
            return receiver;
        }
        if (receiver instanceof GoValue.Time && isTimeMethod(name) && !TimeMethods.isCovered(name)) {
            throw TemplateFault.unsupported(position, "the method " + name + " of a time");
        }
        GoValue value = switch (receiver) {
            case GoValue.Root root -> root.value().field(name).orElseThrow(() -> noField(receiver, name));
            case GoValue.Mapping mapping -> entry(mapping, name);
            case GoValue.Time time when TimeMethods.isCovered(name) -> TimeMethods.call(time.value(), name);
            default -> throw noField(receiver, name);
        };
        if (hasArguments) {
            throw new TemplateStop(name + " has arguments but is not a function");
        }
        return value;
    }

    private static GoValue entry(GoValue.Mapping mapping, String key) {
        String value = mapping.value().get(key);
        return value == null ? new GoValue.Absent() : new GoValue.Text(value);
    }

    private static TemplateStop noField(GoValue receiver, String name) {
        return new TemplateStop("can't evaluate field " + name + " in type " + receiver.type());
    }
}
