package dev.monsh.adapter.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlDocumentTest;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files and random edits: an edit is right to the byte, or refused. */
class YamlEditorFuzzTest {

    private static final int ROUNDS = 2000;

    private final YamlEditor editor = new YamlEditor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anEditIsRightOrRefused(long seed) {
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = new RandomYaml(random).document();
            YamlDocument document = YamlDocumentTest.parse(text);
            YamlEdit edit = edit(random, document.root());
            byte[] edited;
            try {
                edited = editor.apply(document, edit).bytes();
            } catch (ConfigurationException e) {
                continue;
            }
            made++;
            String after = new String(edited, StandardCharsets.UTF_8);
            assertThat(YamlModel.of(edited))
                    .describedAs("%s%n%s%n--%n%s", edit, text, after)
                    .isEqualTo(YamlModel.edited(document.bytes(), edit));
            assertKept(text, edit, after);
        }
        assertThat(made).isGreaterThan(ROUNDS * 9 / 10);
    }

    /** Every comment line survives an edit that is no removal, and no line is lost that the edit does not touch. */
    private static void assertKept(String before, YamlEdit edit, String after) {
        List<String> rest = new ArrayList<>(after.lines().toList());
        long lost = before.lines().filter(each -> !rest.remove(each)).count();
        switch (edit) {
            case YamlEdit.Remove _ -> assertThat(after.length()).isLessThanOrEqualTo(before.length() + 3);
            case YamlEdit.Set _, YamlEdit.Add _, YamlEdit.Insert _, YamlEdit.Append _ -> {
                assertThat(lost)
                        .describedAs("%s%n%s%n--%n%s", edit, before, after)
                        .isLessThanOrEqualTo(linesOf(edit));
                assertThat(comments(after)).containsAll(comments(before));
            }
        }
    }

    /** A scalar over several lines gives way to one line. */
    private static long linesOf(YamlEdit edit) {
        return edit instanceof YamlEdit.Set ? 5 : 1;
    }

    private static List<String> comments(String text) {
        return text.lines()
                .map(String::strip)
                .filter(each -> each.startsWith("# c"))
                .toList();
    }

    private static YamlEdit edit(Random random, YamlNode root) {
        YamlPath path = YamlPath.of();
        YamlNode node = root;
        while (true) {
            boolean leaf = random.nextInt(4) == 0;
            switch (node) {
                case YamlNode.Mapping mapping
                when mapping.entries().isEmpty() || leaf -> {
                    return new YamlEdit.Add(path, "new" + random.nextInt(100), value(random));
                }
                case YamlNode.Mapping mapping -> {
                    YamlNode.Entry entry = mapping.entries()
                            .get(random.nextInt(mapping.entries().size()));
                    path = path.key(((YamlNode.Scalar) entry.key()).value());
                    node = entry.value();
                    if (random.nextInt(5) == 0) {
                        return new YamlEdit.Remove(path);
                    }
                }
                case YamlNode.Sequence sequence
                when sequence.items().isEmpty() || leaf -> {
                    int index = random.nextInt(sequence.items().size() + 1);
                    return random.nextBoolean()
                            ? new YamlEdit.Append(path, value(random))
                            : new YamlEdit.Insert(path, index, value(random));
                }
                case YamlNode.Sequence sequence -> {
                    int index = random.nextInt(sequence.items().size());
                    path = path.item(index);
                    node = sequence.items().get(index);
                    if (random.nextInt(5) == 0) {
                        return new YamlEdit.Remove(path);
                    }
                }
                case YamlNode.Scalar scalar
                when scalar.isNull() && random.nextBoolean() -> {
                    return new YamlEdit.Append(path, value(random));
                }
                case YamlNode.Scalar _, YamlNode.Alias _ -> {
                    return new YamlEdit.Set(path, YamlValue.text(RandomYaml.text(random)));
                }
            }
        }
    }

    private static YamlValue value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> YamlValue.texts(List.of(RandomYaml.text(random), "z"));
            case 1 ->
                new YamlValue.Fields(List.of(
                        new YamlValue.Field(RandomYaml.text(random), new YamlValue.Items(List.of())),
                        new YamlValue.Field(
                                "k", new YamlValue.Fields(List.of(new YamlValue.Field("l", value(random)))))));
            case 2 -> YamlValue.number(random.nextInt(1000));
            default -> YamlValue.text(RandomYaml.text(random));
        };
    }

    /** Writes files in one of the many styles of people. */
    private static final class RandomYaml {

        private static final String ALPHABET = "ab9 :#'\"\\{}[],-?&*!|>%@`=~\n\t\u00e9\u2028\u0007";

        private final Random random;
        private final StringBuilder out = new StringBuilder();
        private final String lineEnd;
        private final int step;
        private final int listStep;
        private int names;

        RandomYaml(Random random) {
            this.random = random;
            this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
            this.step = 1 + random.nextInt(4);
            this.listStep = random.nextInt(3);
        }

        static String text(Random random) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            return text.toString();
        }

        String document() {
            if (random.nextInt(5) == 0) {
                out.append("# head").append(lineEnd);
            }
            if (random.nextInt(8) == 0) {
                out.append("---").append(lineEnd);
            }
            if (random.nextBoolean()) {
                mapping(0, 3, false);
            } else {
                sequence(0, 3, false);
            }
            String text = out.toString();
            boolean open = random.nextInt(4) == 0 && !text.contains("|") && !text.contains(">");
            return open ? text.stripTrailing() : text;
        }

        private void mapping(int column, int depth, boolean inline) {
            int count = 1 + random.nextInt(3);
            boolean apart = random.nextInt(3) == 0;
            for (int i = 0; i < count; i++) {
                if (i > 0 || !inline) {
                    lead(column, apart && i > 0);
                }
                out.append(random.nextInt(6) == 0 ? "\"k" + names++ + "\"" : "k" + names++)
                        .append(':');
                value(column, depth, false);
            }
        }

        private void sequence(int column, int depth, boolean inline) {
            int count = 1 + random.nextInt(3);
            boolean apart = random.nextInt(3) == 0;
            int gap = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                if (i > 0 || !inline) {
                    lead(column, apart && i > 0);
                }
                out.append('-');
                if (depth > 0 && random.nextInt(3) == 0) {
                    out.append(" ".repeat(gap));
                    if (random.nextInt(3) == 0) {
                        sequence(column + 1 + gap, depth - 1, true);
                    } else {
                        mapping(column + 1 + gap, depth - 1, true);
                    }
                } else {
                    value(column, depth, true);
                }
            }
        }

        private void lead(int column, boolean apart) {
            if (apart) {
                out.append(lineEnd);
            }
            if (random.nextInt(5) == 0) {
                out.append(" ".repeat(column)).append("# c").append(names++).append(lineEnd);
                if (random.nextInt(4) == 0) {
                    out.append(lineEnd);
                }
            }
            out.append(" ".repeat(column));
        }

        private void value(int column, int depth, boolean inSequence) {
            int kind = random.nextInt(depth > 0 ? 8 : 6);
            switch (kind) {
                case 0 -> end("");
                case 1 -> end(" " + flow(2));
                case 2 -> block(column + step);
                case 3, 4, 5 -> end(" " + scalar());
                case 6 -> {
                    end(random.nextInt(6) == 0 ? " &a" + names++ : "");
                    mapping(column + step, depth - 1, false);
                }
                default -> {
                    end("");
                    sequence(column + (inSequence ? step : listStep), depth - 1, false);
                }
            }
        }

        private void end(String value) {
            out.append(value);
            out.append(random.nextInt(5) == 0 ? " # trailing" : random.nextInt(9) == 0 ? "  " : "");
            out.append(lineEnd);
        }

        private void block(int column) {
            out.append(" ").append(random.nextBoolean() ? '|' : '>');
            out.append(List.of("", "-", "+").get(random.nextInt(3))).append(lineEnd);
            for (int i = random.nextInt(2) + 1; i > 0; i--) {
                out.append(" ".repeat(column)).append("line # no comment").append(lineEnd);
            }
            out.append(random.nextInt(3) == 0 ? lineEnd : "");
        }

        private String scalar() {
            return switch (random.nextInt(6)) {
                case 0 -> "'q ''" + names++ + "'";
                case 1 -> "\"d \\\" \\t" + names++ + "\"";
                case 2 -> String.valueOf(random.nextInt(100));
                case 3 -> "~";
                case 4 -> "pl\u00e4in text" + names++;
                default -> "http://h:" + names++;
            };
        }

        private String flow(int depth) {
            StringBuilder text = new StringBuilder();
            boolean list = random.nextBoolean();
            int count = random.nextInt(4);
            String pad = random.nextInt(4) == 0 ? " " : "";
            text.append(list ? "[" : "{").append(pad);
            for (int i = 0; i < count; i++) {
                text.append(i > 0 ? ", " : "").append(list ? "" : "f" + names++ + ": ");
                text.append(depth > 0 && random.nextInt(3) == 0 ? flow(depth - 1) : "'v" + names++ + "'");
            }
            text.append(count > 0 && random.nextInt(6) == 0 ? "," : "");
            return text.append(pad).append(list ? "]" : "}").toString();
        }
    }
}
