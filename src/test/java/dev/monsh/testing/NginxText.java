package dev.monsh.testing;

import java.util.List;
import java.util.Random;

/** Makes files of servers that nginx accepts, laid out in every way that its grammar lets people. */
final class NginxText {

    private static final List<String> WORDS = List.of(
            "plain",
            "a}b",
            "x#y",
            "a\"b",
            "a'b",
            "\"q;{}#\"",
            "'single } ;'",
            "\\;",
            "a\\ b",
            "${host}",
            "\"${host}{\"",
            "\"\\\"\"",
            "\u00fc",
            "/path",
            "\"it's\"",
            "end}");

    private final Random random;
    private final String lineEnd;
    private final String indent;
    private int name;

    NginxText(Random random) {
        this.random = random;
        this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
        this.indent = List.of("    ", "\t", "  ").get(random.nextInt(3));
    }

    String site() {
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append("# ").append("x".repeat(random.nextInt(40))).append(lineEnd);
        }
        int servers = 1 + random.nextInt(3);
        for (int i = 0; i < servers; i++) {
            comment(text);
            server(text);
            text.append(random.nextInt(3) == 0 ? " " : lineEnd.repeat(1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            text.append("# end {").append(random.nextBoolean() ? lineEnd : "");
        }
        return text.toString();
    }

    private void comment(StringBuilder text) {
        if (random.nextInt(3) == 0) {
            text.append("# server { listen ")
                    .append(random.nextInt(9000))
                    .append("; \" '")
                    .append(lineEnd);
        }
    }

    private void server(StringBuilder text) {
        int port = 20_000 + random.nextInt(9000);
        text.append("server").append(gap()).append('{').append(newLine(1));
        directive(text, "listen", quoted(String.valueOf(port)));
        directive(text, "server_name", "n" + name++ + ".example");
        for (int i = random.nextInt(3); i > 0; i--) {
            directive(text, "add_header", "X-" + i, WORDS.get(random.nextInt(WORDS.size())));
        }
        int locations = 1 + random.nextInt(2);
        for (int i = 0; i < locations; i++) {
            text.append("location")
                    .append(gap())
                    .append(i == 0 ? "/" : "\"/b\"")
                    .append(blank())
                    .append('{');
            text.append(newLine(2));
            directive(text, "proxy_pass", quoted("http://127.0.0.1:" + (i == 0 ? 9090 : 3100)));
            text.append('}').append(newLine(1));
        }
        text.append('}');
    }

    private void directive(StringBuilder text, String... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : gap()).append(words[i]);
        }
        text.append(blank()).append(';');
        text.append(random.nextInt(6) == 0 ? " # note; }" + lineEnd : newLine(1));
    }

    private String quoted(String word) {
        return switch (random.nextInt(4)) {
            case 0 -> "\"" + word + "\"";
            case 1 -> "'" + word + "'";
            default -> word;
        };
    }

    private String gap() {
        return switch (random.nextInt(6)) {
            case 0 -> "\t";
            case 1 -> lineEnd + indent;
            case 2 -> " # between" + lineEnd;
            default -> " ";
        };
    }

    private String blank() {
        return random.nextInt(4) == 0 ? " " : "";
    }

    private String newLine(int level) {
        return random.nextInt(5) == 0 ? " " : lineEnd + indent.repeat(level);
    }
}
