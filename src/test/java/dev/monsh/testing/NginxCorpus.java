package dev.monsh.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Configuration files of every kind that people write, and of some that nobody should. */
public final class NginxCorpus {

    /** As the manual has it, with addresses of the documentation. */
    public static final String MANUAL = """
            # Forward traffic for Prometheus
            server {
                listen 9090;
                server_name 203.0.113.5;

                location / {
                    proxy_pass http://100.64.0.7:9090;
                }
            }

            # Forward traffic for Loki
            server {
                listen 3100;
                server_name 203.0.113.5;

                location / {
                    proxy_pass http://100.64.0.7:3100;
                }
            }
            """;

    private static final String SERVER = "server{listen 19090;location /{proxy_pass http://127.0.0.1:9090;}}";

    private static final int GENERATED = 60;
    private static final int DAMAGED = 90;
    private static final long SEED = 20_261_122;

    private NginxCorpus() {}

    /**
     * One file, as it is included within {@code http}.
     *
     * @param valid whether nginx accepts it
     */
    public record Sample(String name, byte[] bytes, boolean valid) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns the files of the table of inputs that an editor must get right. */
    public static List<Sample> table() {
        List<Sample> samples = new ArrayList<>();
        samples.add(good("1 the manual", MANUAL));
        samples.add(good("2 one line", "server{listen 9090;location /{proxy_pass http://127.0.0.1:9090;}}\n"));
        samples.add(good("3 comment behind", in("listen 9090; # was 9091; {\n")));
        samples.add(good("4 commented out", "# server { listen 9091; }\n"));
        samples.add(
                good("5 quotes", "server { listen \"9090\"; location / { proxy_pass 'http://127.0.0.1:9090'; } }\n"));
        samples.add(good("6 brace in a word", in("return 200 ok};")));
        samples.add(good("7 one word", in("add_header X \"a;b}{#c\";")));
        samples.add(good("8 variable", in("return 302 http://${host}:9091/;")));
        samples.add(good("9 hash in a word", in("rewrite ^/a#b /c;")));
        samples.add(good("10 escape", in("location /a\\;b {}")));
        samples.add(good("11 CRLF", MANUAL.replace("\n", "\r\n")));
        samples.add(bad("12 BOM", "\u00ef\u00bb\u00bf" + MANUAL));
        samples.add(good("13 no final newline", MANUAL + "# end"));
        samples.add(good("14 Latin-1", "# caf\u00e9\n" + MANUAL));
        samples.add(good("15 comment between", in("add_header # name\n X # value\n y;")));
        samples.add(good("16 quoted braces", in("location ~ \"^/a{2}$\" {}")));
        samples.add(bad("16 unquoted braces", in("location ~ ^/a{2}$ {}")));
        samples.add(good("17 map", "map $host $b { listen 1; server 2; }\n" + MANUAL));
        samples.add(good("18 same name twice", in("server_name a;") + in("server_name a;")));
        samples.add(good(
                "19 upstream",
                "upstream b{server 127.0.0.1:9090;}\nserver{listen 9090;location /{proxy_pass http://b;}}\n"));
        samples.add(good("20 condition", in("if ($http_x = \"}\") {}")));
        samples.add(bad("21 quote then word", in("add_header X \"a\"b;")));
        return samples;
    }

    /** Returns oddities written by hand. */
    public static List<Sample> oddities() {
        List<Sample> samples = new ArrayList<>();
        samples.add(good("empty", ""));
        samples.add(good("blank lines", "\n\n  \t\r\n"));
        samples.add(good("blanks without a line end", "   "));
        samples.add(good("NUL in a comment", "# \0\n" + SERVER));
        samples.add(bad("NUL alone", "\0"));
        samples.add(bad("form feed is a word", SERVER + "\f"));
        samples.add(bad("NBSP is a word", SERVER + "\u00c2\u00a0"));
        samples.add(bad("semicolon alone", ";"));
        samples.add(bad("two semicolons", in("return 200;;")));
        samples.add(bad("brace alone", "{"));
        samples.add(bad("closing brace alone", "}"));
        samples.add(bad("one brace too many", SERVER + "}"));
        samples.add(bad("one brace too few", SERVER.substring(0, SERVER.length() - 1)));
        samples.add(bad("brace before the semicolon", "server{listen 19090}"));
        samples.add(bad("semicolon missing", "server{listen 19090\n}"));
        samples.add(bad("word at the end", SERVER + "\nserver"));
        samples.add(bad("quote not closed", in("add_header X \"a;")));
        samples.add(bad("single quote not closed", in("add_header X 'a;")));
        samples.add(bad("backslash at the end", SERVER + "\\"));
        samples.add(good("quotes within a word", in("add_header X a'b\"c;")));
        samples.add(good("other quote within quotes", in("add_header X \"it's\";")));
        samples.add(good("escaped quote", in("add_header X \"a\\\"b\";")));
        samples.add(good("escaped backslash", in("add_header X \"a\\\\\";")));
        samples.add(bad("escaped last quote", in("add_header X \"a\\\";")));
        samples.add(good("empty quotes", in("proxy_set_header X \"\";")));
        samples.add(good("line end in quotes", in("add_header X \"a\nb\";")));
        samples.add(good("quote at a brace", in("location \"/a\"{}")));
        samples.add(good("quoted directive", "server { \"listen\" 19090; }"));
        samples.add(good("escaped blank", in("location /a\\ b {}")));
        samples.add(good("escaped brace", in("location /a\\{b {}")));
        samples.add(good("escaped line end", in("location /a\\\nb {}")));
        samples.add(good("escaped hash", in("location \\#a {}")));
        samples.add(good("comment of one character", "#\n" + SERVER));
        samples.add(good("comment to the end", SERVER + "#"));
        samples.add(good("comment ended by CR only", "# a\r" + SERVER));
        samples.add(good("CR alone is white space", SERVER.replace(";", ";\r")));
        samples.add(good("tabs", SERVER.replace(" ", "\t")));
        samples.add(good("hash behind a brace", "server {# comment }\nlisten 19090;}"));
        samples.add(good("hash behind a semicolon", "server {listen 19090;# comment }\n}"));
        samples.add(bad("hash behind a quote", in("add_header X \"a\"# comment\n;")));
        samples.add(good("parenthesis behind a quote", in("if ($http_x = \"a\") {}")));
        samples.add(good("variable in braces", in("add_header X ${host}${scheme};")));
        samples.add(good("variable in quotes", in("add_header X \"${host}{\";")));
        samples.add(good("variable in single quotes", in("add_header X '${host}';")));
        samples.add(good("dollar before a brace", in("location ~ ^/a$ {}")));
        samples.add(good("dollar before a blank and a brace", in("location ~ a$ { return 204; }")));
        samples.add(good("word up to the limit", in("add_header X " + "x".repeat(4095) + ";")));
        samples.add(bad("word beyond the limit", in("add_header X " + "x".repeat(4096) + ";")));
        samples.add(bad("word up to the limit and a blank", in("add_header X " + "x".repeat(4095) + " ;")));
        samples.add(good("word below the limit and a blank", in("add_header X " + "x".repeat(4094) + " ;")));
        samples.add(good("quoted word up to the limit", in("add_header X \"" + "x".repeat(4094) + "\";")));
        samples.add(bad("quoted word beyond the limit", in("add_header X \"" + "x".repeat(4095) + "\";")));
        samples.add(bad("quoted word up to the limit and a blank", in("add_header X \"" + "x".repeat(4094) + "\" ;")));
        samples.add(bad("quoted word far beyond the limit", in("add_header X '" + "x".repeat(5000) + "';")));
        samples.add(good("comment up to the limit", "#" + "x".repeat(4094) + "\n" + SERVER));
        samples.add(bad("comment beyond the limit", "#" + "x".repeat(4095) + "\n" + SERVER));
        samples.add(good("comment up to the limit at the end", SERVER + "\n#" + "x".repeat(4095)));
        samples.add(bad("comment beyond the limit at the end", SERVER + "\n#" + "x".repeat(4096)));
        samples.add(good("white space beyond the limit", SERVER + " ".repeat(9000) + "\n" + "# c"));
        samples.add(good("stray bytes in a comment", "# \u00ff\u00fe\u0080\n" + SERVER));
        samples.add(good("stray bytes in a word", in("add_header X \u00ff\u00fe;")));
        samples.add(good("UTF-8", in("add_header X \u00c3\u00bc;") + "# \u00e2\u0082\u00ac\n"));
        samples.add(bad("BOM alone", "\u00ef\u00bb\u00bf"));
        samples.add(bad("BOM before a comment", "\u00ef\u00bb\u00bf# a\n" + SERVER));
        samples.add(good("BOM within a comment", "# \u00ef\u00bb\u00bf\n" + SERVER));
        samples.add(
                good("listens", in("listen 127.0.0.1:19091; listen [::1]:19092; listen *:19093; listen 19094-19096;")));
        samples.add(good("nested locations", in("location / { location /a { location /a/b { return 204; } } }")));
        samples.add(good("types", in("types { text/html html; }")));
        samples.add(good("geo", "geo $place { default a; 127.0.0.0/8 b; }\n" + SERVER));
        samples.add(good("split over lines", "server\n{\nlisten\n19090\n;\n}\n"));
        return samples;
    }

    /** Returns files made at random, the same ones each time. */
    public static List<Sample> generated() {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            samples.add(good("generated " + i, new NginxText(random).site()));
        }
        return samples;
    }

    /** Returns generated files with one character too many or too few; what nginx says to them is not known here. */
    public static List<Sample> damaged() {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(SEED + 1);
        for (int i = 0; i < DAMAGED; i++) {
            StringBuilder text = new StringBuilder(new NginxText(random).site());
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, "{};\"'\\#".charAt(random.nextInt(7)));
            } else {
                text.deleteCharAt(at);
            }
            samples.add(bad("damaged " + i, text.toString()));
        }
        return samples;
    }

    /** Returns all but the damaged ones. */
    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(table());
        samples.addAll(oddities());
        samples.addAll(generated());
        return samples;
    }

    private static String in(String directives) {
        return "server { listen 19090; " + directives + "}\n";
    }

    private static Sample good(String name, String latin) {
        return new Sample(name, latin.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    private static Sample bad(String name, String latin) {
        return new Sample(name, latin.getBytes(StandardCharsets.ISO_8859_1), false);
    }
}
