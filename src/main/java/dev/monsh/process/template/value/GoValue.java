package dev.monsh.process.template.value;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** A value that a template computes with, by its Go type. */
public sealed interface GoValue {

    /** Go's name of the type, as {@code %T} prints it. */
    String type();

    /** A string; bytes that are not UTF-8 are kept as in {@code GoText}. */
    record Text(String value) implements GoValue {
        @Override
        public String type() {
            return "string";
        }
    }

    record Int(long value) implements GoValue {
        @Override
        public String type() {
            return "int";
        }
    }

    /** One byte of a string, 0 to 255: what {@code index} of a string gives. */
    record Octet(int value) implements GoValue {
        @Override
        public String type() {
            return "uint8";
        }
    }

    record Real(double value) implements GoValue {
        @Override
        public String type() {
            return "float64";
        }
    }

    record Bool(boolean value) implements GoValue {
        @Override
        public String type() {
            return "bool";
        }
    }

    /** A map of strings, in the order in which Go prints and ranges: by the bytes of the keys. */
    record Mapping(SortedMap<String, String> value) implements GoValue {
        @Override
        public String type() {
            return "map[string]string";
        }
    }

    record Strings(List<String> value) implements GoValue {
        @Override
        public String type() {
            return "[]string";
        }
    }

    record Time(Instant value) implements GoValue {
        @Override
        public String type() {
            return "time.Time";
        }
    }

    /** The value that a template starts with. */
    record Root(TemplateInput value) implements GoValue {
        @Override
        public String type() {
            return "*config.templateParams";
        }
    }

    /** No value: a missing key of a map, or nil. */
    record Absent() implements GoValue {
        @Override
        public String type() {
            return "<nil>";
        }
    }

    /** Whether {@code if}, {@code with}, {@code and}, {@code or} and {@code not} take the value for true. */
    default boolean truth() {
        return switch (this) {
            case Text text -> !text.value().isEmpty();
            case Int number -> number.value() != 0;
            case Octet number -> number.value() != 0;
            case Real number -> number.value() != 0;
            case Bool bool -> bool.value();
            case Mapping mapping -> !mapping.value().isEmpty();
            case Strings strings -> !strings.value().isEmpty();
            case Time _, Root _ -> true;
            case Absent _ -> false;
        };
    }
}
