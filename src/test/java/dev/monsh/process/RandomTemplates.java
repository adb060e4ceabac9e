package dev.monsh.process;

import java.util.List;
import java.util.Random;

/** Makes name templates of Go's grammar, sensible and odd ones. */
public final class RandomTemplates {

    private static final List<String> FIELDS = List.of(
            ".Comm",
            ".ExeBase",
            ".ExeFull",
            ".Username",
            ".PID",
            ".Matches.id",
            ".Matches.kind",
            "$.Matches.id",
            "$.Comm",
            "(index .Matches \"id\")",
            "(index .Matches `kind`)");
    private static final List<String> ODD = List.of(
            ".Matches.nope",
            ".Matches.nope.deeper",
            "(index .Matches \"nope\")",
            ".StartTime",
            ".StartTime.Unix",
            ".Cgroups",
            ".Matches",
            ".",
            "$",
            "nil",
            ".Foo",
            ".Comm.X",
            ".Matches.id.X",
            "$v",
            "(index .Comm 0)",
            "(index .Cgroups 0)",
            "(index .Cgroups 7)",
            "(len .Matches)",
            "(not .Comm)",
            "print",
            "(print).X");
    private static final List<String> LITERALS = List.of(
            "\"id\"",
            "\"a b\"",
            "\"\\x41\\u00e9\\t\\\"\"",
            "`raw\\n`",
            "0",
            "1",
            "-7",
            "42",
            "0x1F",
            "0b101",
            "0o17",
            "1_000",
            "017",
            "1.5",
            "1e3",
            "2.0",
            "1e21",
            "123456.789",
            ".25",
            "1e-7",
            "'a'",
            "'\\n'",
            "'\\x41'",
            "true",
            "false",
            "\"\"");
    private static final List<String> FORMATS = List.of(
            "%s",
            "%d",
            "%v",
            "%q",
            "%x",
            "%X",
            "% x",
            "%#x",
            "%5d",
            "%-5s|",
            "%05d",
            "%05s",
            "%+d",
            "% d",
            "%.2s",
            "%10.3s|",
            "%t",
            "%c",
            "%U",
            "%#U",
            "%o",
            "%O",
            "%b",
            "%e",
            "%.1f",
            "%g",
            "%6.2f",
            "%T",
            "%%",
            "%z",
            "%",
            "%!",
            "%+v",
            "%+q",
            "%#q",
            "%s-%s",
            "%d/%d",
            "%s %v %q",
            "100%",
            "%-08d|",
            "%+05d",
            "%.0d",
            "%8.3d",
            "%G",
            "%E",
            "%x %X",
            "%5%",
            "%5t",
            "%-6q|",
            "%06.1f",
            "% 5d",
            "%#o",
            "%#b",
            "%3c|",
            "%#v",
            "%0-5d|",
            "%.s");
    private static final List<String> FUNCTIONS = List.of(
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "and",
            "or",
            "not",
            "len",
            "slice",
            "index",
            "print",
            "println",
            "html",
            "js",
            "urlquery");

    private final Random random;

    public RandomTemplates(Random random) {
        this.random = random;
    }

    public String next() {
        StringBuilder out = new StringBuilder();
        boolean declared = random.nextInt(4) == 0;
        if (declared) {
            out.append(open()).append("$v := ").append(pipeline(1)).append(close());
        }
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            piece(out, 0);
        }
        return declared ? out.toString() : out.toString().replace("$v", "$");
    }

    private void piece(StringBuilder out, int depth) {
        switch (random.nextInt(depth > 2 ? 4 : 9)) {
            case 0, 1, 2 -> out.append(open()).append(pipeline(0)).append(close());
            case 3 -> out.append(one(List.of("-", "stream", " x ", "é", "}", "{ x", "\t", "a_b", "  ", "/")));
            case 4, 5 -> {
                out.append(open()).append("if ").append(pipeline(0)).append(close());
                branches(out, depth, true);
            }
            case 6 -> {
                out.append(open()).append("with ").append(pipeline(0)).append(close());
                branches(out, depth, false);
            }
            case 7 -> {
                String variables = one(List.of("", "", "$e := ", "$i, $e := "));
                out.append(open())
                        .append("range ")
                        .append(variables)
                        .append(one(List.of(".Cgroups", ".Matches", pipeline(1))))
                        .append(close());
                out.append(variables.isEmpty() ? "{{.}}" : variables.contains("$i") ? "{{$i}}={{$e}};" : "{{$e}},");
                branches(out, depth, false);
            }
            default -> out.append(one(List.of("{{/* c */}}", "{{- /* c */ -}}", " {{- /**/}} ")));
        }
    }

    private void branches(StringBuilder out, int depth, boolean elseIf) {
        piece(out, depth + 1);
        if (elseIf && random.nextInt(3) == 0) {
            out.append(open()).append("else if ").append(pipeline(0)).append(close());
            piece(out, depth + 1);
        }
        if (random.nextBoolean()) {
            out.append(open()).append("else").append(close());
            piece(out, depth + 1);
        }
        out.append(open()).append("end").append(close());
    }

    private String open() {
        return one(List.of("{{", "{{", "{{ ", "{{- "));
    }

    private String close() {
        return one(List.of("}}", "}}", " }}", " -}}", "\n}}"));
    }

    private String pipeline(int depth) {
        StringBuilder out = new StringBuilder(command(depth));
        while (random.nextInt(5) == 0) {
            out.append(one(List.of("|", " | ")))
                    .append(one(List.of(
                            "len",
                            "html",
                            "js",
                            "urlquery",
                            "print",
                            "println",
                            "not",
                            "printf \"%s\"",
                            "printf " + format(),
                            "eq " + operand(depth + 1),
                            "or " + operand(depth + 1),
                            "and " + operand(depth + 1),
                            "index .Matches",
                            "slice .Comm",
                            "printf")));
        }
        return out.toString();
    }

    private String command(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> operand(depth);
            case 3, 4 -> "printf " + format() + arguments(depth, 3);
            default -> one(FUNCTIONS) + arguments(depth, 3);
        };
    }

    private String arguments(int depth, int most) {
        StringBuilder out = new StringBuilder();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            out.append(' ').append(operand(depth + 1));
        }
        return out.toString();
    }

    private String format() {
        return '"' + one(FORMATS).replace("\\", "\\\\") + '"';
    }

    private String operand(int depth) {
        return switch (random.nextInt(depth > 2 ? 7 : 9)) {
            case 0, 1, 2, 3 -> one(FIELDS);
            case 4, 5 -> one(LITERALS);
            case 6 -> one(ODD);
            default -> "(" + pipeline(depth + 1) + ")" + one(List.of("", "", "", ".Comm"));
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
