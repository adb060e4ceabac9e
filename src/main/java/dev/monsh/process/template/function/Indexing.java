package dev.monsh.process.template.function;

import dev.monsh.process.gotext.GoText;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateStop;
import java.util.Arrays;
import java.util.List;

/** {@code index}, {@code slice} and {@code len}; strings are counted in bytes. */
final class Indexing {

    private Indexing() {}

    static GoValue index(List<GoValue> arguments) throws TemplateStop {
        GoValue item = arguments.getFirst();
        if (item instanceof GoValue.Absent) {
            throw new TemplateStop("index of untyped nil");
        }
        for (GoValue key : arguments.subList(1, arguments.size())) {
            item = switch (item) {
                case GoValue.Text text -> {
                    byte[] bytes = GoText.encode(text.value());
                    yield new GoValue.Octet(bytes[position(key, bytes.length - 1)] & 0xff);
                }
                case GoValue.Strings strings ->
                    new GoValue.Text(
                            strings.value().get(position(key, strings.value().size() - 1)));
                case GoValue.Mapping mapping -> entry(mapping, key);
                default -> throw new TemplateStop("can't index item of type " + item.type());
            };
        }
        return item;
    }

    /** A key that the map lacks gives the empty string, not a missing value as {@code .Matches.key} does. */
    private static GoValue entry(GoValue.Mapping mapping, GoValue key) throws TemplateStop {
        if (!(key instanceof GoValue.Text name)) {
            throw new TemplateStop("the key of a map must be a string, not " + key.type());
        }
        return new GoValue.Text(mapping.value().getOrDefault(name.value(), ""));
    }

    static GoValue slice(List<GoValue> arguments) throws TemplateStop {
        int indexes = arguments.size() - 1;
        return switch (arguments.getFirst()) {
            case GoValue.Text text -> {
                byte[] bytes = GoText.encode(text.value());
                int[] bounds = bounds(arguments, bytes.length, 2);
                yield new GoValue.Text(GoText.decode(bytes, bounds[0], bounds[1]));
            }
            case GoValue.Strings strings -> {
                int[] bounds = bounds(arguments, strings.value().size(), 3);
                yield new GoValue.Strings(strings.value().subList(bounds[0], bounds[1]));
            }
            default ->
                throw new TemplateStop(
                        "can't slice item of type " + arguments.getFirst().type() + " with " + indexes + " indexes");
        };
    }

    private static int[] bounds(List<GoValue> arguments, int length, int most) throws TemplateStop {
        if (arguments.size() - 1 > most) {
            throw new TemplateStop("too many slice indexes");
        }
        int[] bounds = {0, length, length};
        for (int i = 1; i < arguments.size(); i++) {
            bounds[i - 1] = position(arguments.get(i), length);
        }
        if (bounds[0] > bounds[1] || bounds[1] > bounds[2]) {
            throw new TemplateStop("invalid slice index: " + Arrays.toString(bounds));
        }
        return bounds;
    }

    private static int position(GoValue key, int highest) throws TemplateStop {
        long position = switch (key) {
            case GoValue.Int number -> number.value();
            case GoValue.Octet number -> number.value();
            default -> throw new TemplateStop("can't index with type " + key.type());
        };
        if (position < 0 || position > highest) {
            throw new TemplateStop("index out of range: " + position);
        }
        return (int) position;
    }

    static GoValue length(GoValue value) throws TemplateStop {
        return new GoValue.Int(
                switch (value) {
                    case GoValue.Text text -> GoText.encode(text.value()).length;
                    case GoValue.Strings strings -> strings.value().size();
                    case GoValue.Mapping mapping -> mapping.value().size();
                    default -> throw new TemplateStop("len of type " + value.type());
                });
    }
}
