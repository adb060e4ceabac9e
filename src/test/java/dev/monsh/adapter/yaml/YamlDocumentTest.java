package dev.monsh.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class YamlDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: <v>\n",
                "\uFEFFa: <v>\r\n",
                "# ü€😀\n\"ä\": 1\na: <v> # x\n",
                "a: <'v'>",
                "a: <\"v\">",
                "a: <&x v>",
                "a: <!!str v>\nb: 2",
                "b: {c: 😀}\r\na: <v>\r\n\r\n",
                "a: <|\n  v>\n\n# c\n",
                "a: <|+\n  v\n\n>\n# c\n",
                "a: <>-\n  v>\n\nb: 1\n",
                "a: <[v, [w]]> # c",
                "a: <{v: 1}>\n",
                "a:\n<- v\n- w>\n\n# c\n",
                "a:\n  # c\n  <v: 1\n  w:\n    - x>\n# d\nb: 2",
                "k: &b 1\na: <*b>\n",
                "a:<>\nb: 1\n",
            })
    void aNodeKnowsItsBytes(String marked) {
        // the first '<' and the last '>' are marks, the ones between belong to the text
        int start = marked.substring(0, marked.indexOf('<')).getBytes(StandardCharsets.UTF_8).length;
        int end = marked.substring(0, marked.lastIndexOf('>')).getBytes(StandardCharsets.UTF_8).length - 1;
        String text = new StringBuilder(marked)
                .deleteCharAt(marked.lastIndexOf('>'))
                .deleteCharAt(marked.indexOf('<'))
                .toString();
        YamlNode node = value(text, "a");
        assertThat(node.start()).isEqualTo(start);
        assertThat(node.end()).isEqualTo(end);
    }

    @Test
    void anAliasIsANodeOfItsOwnAndKnowsItsTarget() {
        YamlNode node = value("b: &x [1]\na: *x\n", "a");
        assertThat(node).isInstanceOf(YamlNode.Alias.class);
        assertThat(node.resolved()).isInstanceOf(YamlNode.Sequence.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n", "\uFEFF", "\r\n"})
    void aFileWithoutContentIsNull(String text) {
        assertThat(parse(text).root())
                .isInstanceOfSatisfying(
                        YamlNode.Scalar.class,
                        scalar -> assertThat(scalar.isNull()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c|1:5|unexpected ':': check the indentation, and quote text that contains ': '",
                "a:\\n\\tb: c|2:1|tabs are not allowed here: indent with spaces",
                "a: 1\\nb|2:2|a key without ':', or a line with the wrong indentation",
                "a:\\n  b: 1\\n c: 2|3:2|this line's indentation does not match the lines above",
                "a: 'x|1:6|the file ends inside quoted text that starts in line 1",
                "a: [1, 2|1:9|expected ',' or ']', but got <stream end> (while parsing a flow sequence)",
                "a: *x|1:4|*x refers to nothing: no &x above it",
                "a: &x [*x]|1:8|*x is inside what it refers to",
                "ä: 1\\nb: 1\\nä: 2|3:1|the key 'ä' is already in line 1",
                "{a: 1, a: 2}|1:8|the key 'a' is already in line 1",
                "é: \u0007x|1:4|the character U+0007 is not allowed in YAML",
                "a: @x|1:4|found character '@' that cannot start any token. (Do not use @ for indentation) (while scanning for the next token)",
            })
    void aFaultIsOneLineWithItsPlace(String text, String place, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .containsExactly("f.yml:" + place + ": " + message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\n---\nb: 2\n",
                "a: 1\n---\n",
                "a: 1\n--- [x\n",
                "a: 1\n...\n---\nb: {\n",
                "a: 1\n---\n\tb\n",
                "--- # c\na: 1\n--- !x\nb: 2\n"
            })
    void whatFollowsTheFirstDocumentIsNotReadAndKeepsTheFileFromBeingEdited(String text) {
        YamlDocument document = parse(text);

        assertThat(document.root())
                .isInstanceOfSatisfying(
                        YamlNode.Mapping.class,
                        root -> assertThat(root.entries()).hasSize(1));
        assertThatThrownBy(document::single)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("only single-document files are supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\tb\n",
                "a:\t\n  - b\n",
                "a: b\t\nc: d\t# e\n",
                "a: [\n\tb,\n\tc ]\n",
                "a: {b: c,\td: e\t}\n",
                "a\t: b\n",
                "a: &x\tb\n",
                "a: \"\t\"\nb:\tc\n"
            })
    void tabsAreTakenWhereGoTakesThem(String text) {
        YamlDocument document = parse(text);
        YamlDocument withBlanks = parse(text.contains("\"") ? text : text.replace('\t', ' '));

        assertThat(document.root()).isEqualTo(withBlanks.root());
    }

    @Test
    void placesAreTheSameWithCrLfAndAByteOrderMark() {
        assertThatThrownBy(() -> parse("\uFEFFa: 1\r\na: 2\r\n")).hasMessageStartingWith("f.yml:2:1");
        assertThatThrownBy(() -> parse("\uFEFFä: *x\r\n")).hasMessageStartingWith("f.yml:1:4");
    }

    @Test
    void allKeysThatStandTwiceAreReportedTogether() {
        assertThatThrownBy(() -> parse("a: 1\nb: {c: 1, c: 2}\na: 1\n"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.place())
                                .containsExactly("f.yml:2:11", "f.yml:3:1"));
        assertThat(YamlDocument.parseLeniently("f.yml", bytes("a: 1\na: 2\n")).problems())
                .hasSize(1);
    }

    @Test
    void mergeKeysMayStandTwice() {
        assertThat(parse("x: &x {a: 1}\ny: {<<: *x, <<: *x}\n").problems()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreTakenInACommentAndReportedInAValue() {
        byte[] comment = "a: 1 # caf\u00e9\nb: 2\n".getBytes(StandardCharsets.ISO_8859_1);
        YamlNode.Mapping root =
                (YamlNode.Mapping) YamlDocument.parse("f.yml", comment).root();
        assertThat(root.entries().get(1).key().start()).isEqualTo(12);
        byte[] value = "a: caf\u00e9 b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> YamlDocument.parse("f.yml", value))
                .hasMessage("f.yml:1:7: this text is not UTF-8: save the file again as UTF-8");
    }

    @Test
    void utf16IsRefused() {
        assertThatThrownBy(() -> YamlDocument.parse("f.yml", "a: 1".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void aliasesThatWouldGrowWithoutEndAreRead() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(((YamlNode.Mapping) parse(text.toString()).root()).entries()).hasSize(60);
    }

    @Test
    void aFileThatIsNestedTooDeepIsRefused() {
        assertThatThrownBy(() -> parse("[".repeat(3000) + "]".repeat(3000))).hasMessageContaining("more than 50 deep");
    }

    @Test
    void noBytesWhateverEndInAnythingButADocumentOrAFault() {
        java.util.Random random = new java.util.Random(4);
        String alphabet = "ab:-[]{},&*!|>'\"#%@` \n\r\t?~<=\u00e9\ud83d\ude00\0\u0085\ufeff";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(14); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString()
                    .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            try {
                YamlDocument.parse("f.yml", bytes);
                read++;
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    public static YamlDocument parse(String text) {
        return YamlDocument.parse("f.yml", bytes(text));
    }

    private static YamlNode value(String text, String key) {
        YamlNode.Entry entry = ((YamlNode.Mapping) parse(text).root()).entry(key);
        assertThat(entry).isNotNull();
        return List.of(entry).getFirst().value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\t1",
                "a: 1\t# comment",
                "a:\t\n  b: 2",
                "a: [\t1,\t2\t]",
                "a\t: 1",
                "a: \"x\"\t\nb: 1",
                "- a:\tb",
                "é:\tx"
            })
    void tabsMaySeparateTokens(String text) {
        YamlDocument.parse("f.yml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The verdicts are those of Go's yaml packages. */
    @ParameterizedTest
    @ValueSource(strings = {"a:\n\tb: 1", "-\ta", "a:\n  - \tb", "a:\n  b: 1\n\tc: 1"})
    void tabsMayNotIndent(String text) {
        assertThatThrownBy(() -> YamlDocument.parse("f.yml", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void theFirstDocumentCanBeReadAloneAndTheSecondIsKnown() {
        YamlDocument first = YamlDocument.parse("f.yml", "a: 1\n---\nb: [".getBytes(StandardCharsets.UTF_8));
        assertThat(YamlCursor.root(first).get("a").text()).contains("1");
        assertThat(first.ignored().map(Problem::line)).contains(2);
        assertThat(YamlDocument.parse("f.yml", "a: 1\n...\n".getBytes(StandardCharsets.UTF_8))
                        .ignored())
                .isEmpty();
        assertThat(YamlDocument.parseAll("f.yml", "a: 1\n---\nb: 2\n---\n".getBytes(StandardCharsets.UTF_8)))
                .hasSize(3);
        assertThat(YamlDocument.parseAll("f.yml", "# nothing\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
