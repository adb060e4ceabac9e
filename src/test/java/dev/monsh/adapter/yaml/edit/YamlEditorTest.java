package dev.monsh.adapter.yaml.edit;

import static dev.monsh.adapter.yaml.edit.YamlEditCases.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlDocumentTest;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.failure.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlEditorTest {

    private final YamlEditor editor = new YamlEditor();

    static List<YamlEditCases.Case> cases() {
        return YamlEditCases.all();
    }

    /** Without a line there is no style to keep. */
    static List<YamlEditCases.Case> casesWithLines() {
        return cases().stream().filter(each -> !each.before().isEmpty()).toList();
    }

    /** Not those that are about a whole file. */
    static List<YamlEditCases.Case> casesBelowAKey() {
        return casesWithLines().stream()
                .filter(each ->
                        !each.before().startsWith("---") && !each.after().endsWith("\n{}\n"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyTheMeantLinesDiffer(YamlEditCases.Case each) {
        assertEdit(each.before(), each.edit(), each.after());
    }

    @ParameterizedTest
    @MethodSource("casesWithLines")
    void onlyTheMeantLinesDifferWithCrLf(YamlEditCases.Case each) {
        assertEdit(
                each.before().replace("\n", "\r\n"), each.edit(), each.after().replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyTheMeantLinesDifferBehindAByteOrderMarkAndNonAsciiText(YamlEditCases.Case each) {
        String head = "\uFEFF# Größe: 😀\n\n";
        assertEdit(head + each.before(), each.edit(), head + each.after());
    }

    @ParameterizedTest
    @MethodSource("casesBelowAKey")
    void onlyTheMeantLinesDifferDeeperDown(YamlEditCases.Case each) {
        YamlPath deeper = new YamlPath(
                Stream.concat(YamlPath.of("outer", "inner").steps().stream(), each.edit().path().steps().stream())
                        .toList());
        assertEdit(
                "outer:\n  inner:\n" + indented(each.before()) + "last: 1\n",
                YamlEditCases.at(deeper, each.edit()),
                "outer:\n  inner:\n" + indented(each.after()) + "last: 1\n");
    }

    private void assertEdit(String before, YamlEdit edit, String after) {
        YamlDocument document = YamlDocumentTest.parse(before);
        YamlDocument edited = editor.apply(document, edit);
        assertThat(new String(edited.bytes(), StandardCharsets.UTF_8)).isEqualTo(after);
        assertThat(YamlModel.of(edited.bytes())).isEqualTo(YamlModel.edited(document.bytes(), edit));
        assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo(before);
    }

    private static String indented(String text) {
        return text.lines()
                .map(each -> each.isEmpty() ? "\n" : "    " + each + "\n")
                .reduce("", String::concat);
    }

    static Stream<Arguments> openEnds() {
        YamlValue value = YamlValue.text("new");
        return Stream.of(
                Arguments.of("a:\n  - x", new YamlEdit.Append(YamlPath.of("a"), value), "a:\n  - x\n  - new"),
                Arguments.of("a: 1", new YamlEdit.Add(YamlPath.of(), "b", value), "a: 1\nb: new"),
                Arguments.of("a: 1\nb: 2", new YamlEdit.Remove(YamlPath.of("b")), "a: 1"),
                Arguments.of("a: 1\nb: 2", new YamlEdit.Remove(YamlPath.of("a")), "b: 2"),
                Arguments.of("a: 1", new YamlEdit.Remove(YamlPath.of("a")), "{}"),
                Arguments.of(
                        "a:\n  - x\n\n  - y",
                        new YamlEdit.Remove(YamlPath.of("a").item(1)),
                        "a:\n  - x"),
                Arguments.of("a:\n  - x", new YamlEdit.Remove(YamlPath.of("a").item(0)), "a: []"),
                Arguments.of("a:", new YamlEdit.Append(YamlPath.of("a"), value), "a:\n  - new"),
                Arguments.of("a:", new YamlEdit.Set(YamlPath.of("a"), value), "a: new"),
                Arguments.of("# c", new YamlEdit.Add(YamlPath.of(), "b", value), "# c\nb: new\n"),
                Arguments.of("", new YamlEdit.Append(YamlPath.of(), value), "- new\n"),
                Arguments.of("a: [x]", new YamlEdit.Append(YamlPath.of("a"), value), "a: [x, new]"),
                Arguments.of(
                        "a:\r\n- x\r\n- y: |\r\n    t\r\n",
                        new YamlEdit.Append(YamlPath.of("a"), value),
                        "a:\r\n- x\r\n- y: |\r\n    t\r\n- new\r\n"));
    }

    @ParameterizedTest
    @MethodSource("openEnds")
    void aFileWithoutAFinalLineBreakStaysOne(String before, YamlEdit edit, String after) {
        assertEdit(before, edit, after);
    }

    @Test
    void aCommentInAnotherEncodingIsKept() {
        byte[] latin = "a: 1 # caf\u00e9\n# \u00fc\nb: [x]\n".getBytes(StandardCharsets.ISO_8859_1);
        YamlDocument document = YamlDocument.parse("f.yml", latin);
        byte[] edited = editor.apply(document, new YamlEdit.Append(YamlPath.of("b"), YamlValue.text("w")))
                .bytes();
        assertThat(new String(edited, StandardCharsets.ISO_8859_1))
                .isEqualTo("a: 1 # caf\u00e9\n# \u00fc\nb: [x, w]\n");
    }

    static Stream<Arguments> refusals() {
        YamlValue value = YamlValue.text("v");
        String compose = """
                x: &env
                  A: 1
                services:
                  a:
                    environment: *env
                  b:
                    <<: &base {image: i}
                    list: [*base]
                """;
        return Stream.of(
                Arguments.of(compose, new YamlEdit.Add(YamlPath.of("x"), "B", value), "1:4", "&env is used in line 5"),
                Arguments.of(compose, new YamlEdit.Set(YamlPath.of("x", "A"), value), "1:4", "&env is used in line 5"),
                Arguments.of(
                        compose,
                        new YamlEdit.Add(YamlPath.of("services", "a", "environment"), "B", value),
                        "5:18",
                        "would change line 1"),
                Arguments.of(compose, new YamlEdit.Remove(YamlPath.of("x")), "1:1", "contains &env, which line 5 uses"),
                Arguments.of(
                        compose,
                        new YamlEdit.Remove(YamlPath.of("services", "b", "<<")),
                        "7:5",
                        "contains &base, which line 8 uses"),
                Arguments.of("a: {b: 1}\n", new YamlEdit.Set(YamlPath.of("a"), value), "1:4", "mapping or a list"),
                Arguments.of("a: 1\n", new YamlEdit.Set(YamlPath.of("b"), value), "1:1", "no key 'b'"),
                Arguments.of("a: 1\n", new YamlEdit.Set(YamlPath.of("a", "b"), value), "1:4", "not a mapping"),
                Arguments.of("a: 1\n", new YamlEdit.Append(YamlPath.of("a"), value), "1:4", "not a list"),
                Arguments.of("a: 1\n", new YamlEdit.Add(YamlPath.of("a"), "b", value), "1:4", "not a mapping"),
                Arguments.of("a: 1\n", new YamlEdit.Add(YamlPath.of(), "a", value), "1:1", "already exists here"),
                Arguments.of(
                        "a: [x]\n", new YamlEdit.Remove(YamlPath.of("a").item(1)), "1:4", "no item 2; the list has 1"),
                Arguments.of(
                        "a: [x]\n",
                        new YamlEdit.Insert(YamlPath.of("a"), 2, value),
                        "1:4",
                        "no place 3 in this list of 1"),
                Arguments.of("a: x\n", new YamlEdit.Remove(YamlPath.of("a").item(0)), "1:4", "not a list"),
                Arguments.of("a: 1\n", new YamlEdit.Remove(YamlPath.of()), "1:1", "whole document"),
                Arguments.of("a: !!str 1\n", new YamlEdit.Set(YamlPath.of("a"), value), "1:4", "has a tag"),
                Arguments.of("a: !x\n", new YamlEdit.Append(YamlPath.of("a"), value), "1:4", "not a list"),
                Arguments.of("a: !x []\n", new YamlEdit.Append(YamlPath.of("a"), value), "1:4", "has a tag"),
                Arguments.of("a: 1\n", new YamlEdit.Set(YamlPath.of("a"), item()), "1:4", "already has a value"),
                Arguments.of(
                        "a: 1\n", new YamlEdit.Add(YamlPath.of(), "b", value, Optional.of("c")), "1:1", "no key 'c'"),
                Arguments.of("? a\n: x\n? b\n: y\n", new YamlEdit.Remove(YamlPath.of("a")), "2:3", null),
                Arguments.of("{a}\n", new YamlEdit.Set(YamlPath.of("a"), value), "1:3", "edit the file by hand"),
                Arguments.of("a: |\n  x", new YamlEdit.Add(YamlPath.of(), "b", value), "1:1", "edit the file by hand"),
                Arguments.of("[a: b]\n", new YamlEdit.Add(YamlPath.of().item(0), "c", value), "1:2", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anEditThatCanNotBeMadeAloneIsRefusedWithItsPlace(
            String text, YamlEdit edit, String place, @org.jspecify.annotations.Nullable String reason) {
        YamlDocument document = YamlDocumentTest.parse(text);
        assertThatThrownBy(() -> editor.apply(document, edit))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("f.yml:" + place + ": ")
                .hasMessageContaining(reason == null ? "by hand" : reason);
        assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
