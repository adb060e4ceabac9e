package dev.monsh.process.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.template.value.TemplateInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {

    private static final TemplateInput INPUT = new TemplateInput(
            List.of("/a", "/b"),
            "python3.9",
            "python3.9",
            "/usr/bin/python3.9",
            "root",
            42,
            Instant.parse("2023-11-14T22:13:32.50Z"),
            Map.of("id", "07", "empty", "", "", "whole"));

    private final List<Problem> problems = new ArrayList<>();

    private NameTemplate parsed(String template) {
        return NameTemplate.parse(SourceText.of("t", template), problems::add).orElseThrow();
    }

    /** By hand, for the ideas; {@code ProcessExporterIT} asks the real program about thousands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '~',
            value = {
                "plain;plain",
                "{{.Matches.id}}-{{.ExeBase}};07-python3.9",
                "{{.Matches.nope}};<no value>",
                "{{index .Matches \"nope\"}}|;|",
                "{{.StartTime}};2023-11-14 22:13:32.5 +0000 UTC",
                "{{.Cgroups}} {{.Matches}};[/a /b] map[:whole empty: id:07]",
                "{{printf \"%05s|%-5d|%x|%q\" .Matches.id .PID .Comm .Comm}};00007|42   |707974686f6e332e39|\"python3.9\"",
                "{{if .Matches.empty}}a{{else if eq .PID 42}}b{{else}}c{{end}};b",
                "{{with .Matches.id}}<{{.}}>{{end}};<07>",
                "{{range $i, $c := .Cgroups}}{{$i}}{{$c}} {{end}};0/a 1/b ",
                "{{range .Matches.nope}}x{{else}}none{{end}};none",
                "a {{- /* gone */ -}} b;ab",
                "{{$x := slice .Comm 0 6}}{{$x | printf \"%s-%d\" \"p\"}};p-%!d(string=python)",
                "{{len .Comm}} {{index .Comm 0}} {{not .Comm}} {{and .Comm 1}} {{or .Matches.empty \"z\"}};9 112 false 1 z",
                "{{html \"<a&b>\"}} {{js \"it's\"}} {{urlquery \"a b/é\"}};~&lt;a&amp;b&gt; it\\'s a+b%2F%C3%A9~",
                "{{1e21}} {{0x1F}} {{'a'}} {{1.50}} {{true}};1e+21 31 97 1.5 true",
                "{{lt \"a\" \"b\"}} {{ge 2 2}} {{eq 1 2 1}};true true true"
            })
    void printsWhatGoPrints(String template, String name) {
        assertThat(parsed(template).render(INPUT)).isEqualTo(new Rendering(name, java.util.Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a{{.Foo}}b;a;Foo",
                "a{{.Comm.X}}b;a;X",
                "a{{if .Comm}}b{{index .Cgroups 9}}c{{end}};ab;out of range",
                "a{{lt 1 .Comm}};a;incompatible",
                "a{{printf .PID}};a;format"
            })
    void keepsWhatItHadPrintedWhenItFails(String template, String name, String reason) {
        Rendering rendering = parsed(template).render(INPUT);
        assertThat(rendering.name()).isEqualTo(name);
        assertThat(rendering.stopped().orElseThrow()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ab{{.Comm; 3; not closed",
                "{{if .Comm}}x; 3; has no {{end}}",
                "{{end}}; 3; unexpected",
                "{{foo .Comm}}; 3; function \"foo\" not defined",
                "{{$x}}; 3; undefined variable $x",
                "{{printf \"%s}}; 10; not closed",
                "{{.Comm | 1}}; 3; not a function",
                "{{\"\\y\"}}; 4; unknown escape"
            })
    void whatItCannotReadIsNamedWithItsPlace(String template, int character, String reason) {
        assertThat(NameTemplate.parse(new SourceText("f.yml", 2, 1, template, true), problems::add))
                .isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("f.yml:2:" + character);
            assertThat(problem.message()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{template \"x\"}}; 3; {{template}} is not supported by monsh",
                "{{call .Comm}}; 3; the function call is not supported by monsh",
                "{{1i}}; 3; complex number 1i is not supported by monsh",
                "{{.StartTime.Month}}; 3; .StartTime.Month is not supported by monsh",
                "{{range .Cgroups}}{{break}}{{end}}; 21; {{break}} is not supported by monsh"
            })
    void whatGoMayTakeIsNotComputedAndTheTemplateStandsForTheName(String template, int character, String reason) {
        NameTemplate parsed = NameTemplate.parse(new SourceText("f.yml", 2, 1, template, true), problems::add)
                .orElseThrow();
        assertThat(problems).isEmpty();
        assertThat(parsed.notComputed()).hasValueSatisfying(problem -> {
            assertThat(problem.place()).isEqualTo("f.yml:2:" + character);
            assertThat(problem.message()).contains(reason);
        });
        assertThat(parsed.render(INPUT).name()).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{range .PID}}x{{end}}; range over a number",
                "{{printf \"%*d\" 3 4}}; \"*\" in the format",
                "{{printf \"%#v\" .Cgroups}}; %#v",
                "{{with $t := .StartTime}}{{$t.Month}}{{end}}; the method Month"
            })
    void whatOnlyShowsWhenItRunsIsSaidAndTheTemplateStandsForTheName(String template, String reason) {
        Rendering rendering = parsed(template).render(INPUT);
        assertThat(rendering.name()).isEqualTo(template);
        assertThat(rendering.stopped().orElseThrow())
                .startsWith("name not computed: ")
                .contains(reason);
    }

    @Test
    void numbersOfTheStartTimeAreComputedInUtc() {
        TemplateInput input = new TemplateInput(
                List.of(), "c", "e", "e", "u", 1, Instant.parse("2026-11-22T10:05:09.120Z"), Map.of());
        assertThat(parsed("{{.StartTime.Unix}} {{.StartTime.UTC.Year}}-{{.StartTime.Day}} {{.StartTime.Hour}}:"
                                + "{{printf \"%02d\" .StartTime.Minute}}:{{.StartTime.Second}} {{.StartTime.YearDay}}"
                                + " {{.StartTime.UnixMilli}} {{.StartTime.Nanosecond}} {{.StartTime.IsZero}}")
                        .render(input)
                        .name())
                .isEqualTo("1795341909 2026-22 10:05:9 326 1795341909120 120000000 false");
    }

    @Test
    void bytesThatMakeACharacterTogetherAreOneInTheName() {
        assertThat(parsed("{{slice \"é\" 0 1}}{{slice \"é\" 1}}").render(INPUT).name())
                .isEqualTo("é");
        assertThat(GoText.hasRawBytes(
                        parsed("{{slice \"é\" 0 1}}").render(INPUT).name()))
                .isTrue();
    }

    @Test
    void tellsWhichFieldsAndCapturesItReads() {
        NameTemplate template = parsed("{{.Matches.a}}{{index .Matches \"b\"}}{{if .Comm}}{{$.Matches.c}}{{end}}");
        assertThat(template.captures().orElseThrow()).containsExactly("a", "b", "c");
        assertThat(template.uses("Comm")).isTrue();
        assertThat(template.uses("Username")).isFalse();
        assertThat(parsed("{{range .Matches}}{{end}}").captures()).isEmpty();
        assertThat(parsed("{{.Exe}}").unknownFields()).containsExactly(new FieldUse(2, List.of("Exe")));
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflow() {
        String deep = "{{if 1}}".repeat(5000) + "{{end}}".repeat(5000);
        assertThat(parsed(deep).notComputed()).isPresent();
        assertThat(NameTemplate.parse(SourceText.of("t", "{{" + "(".repeat(5000)), problems::add))
                .isEmpty();
    }
}
