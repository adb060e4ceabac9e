package dev.monsh.gateway.site;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the words of the directives that mappings are made of, where no nginx is at hand to do it. A line that lacks its
 * {@code ;} swallows the next one, and would otherwise look like a file without mappings.
 */
public final class DirectiveCheck {

    private static final int MANY = Integer.MAX_VALUE;

    /** How many words may follow a name, and whether a block does (nginx.org, the modules' "Syntax" lines). */
    private record Form(int least, int most, boolean block) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("http", new Form(0, 0, true)),
            Map.entry("stream", new Form(0, 0, true)),
            Map.entry("events", new Form(0, 0, true)),
            Map.entry("server", new Form(0, 0, true)),
            Map.entry("upstream", new Form(1, 1, true)),
            Map.entry("location", new Form(1, 2, true)),
            Map.entry("if", new Form(1, MANY, true)),
            Map.entry("limit_except", new Form(1, MANY, true)),
            Map.entry("include", new Form(1, 1, false)),
            Map.entry("listen", new Form(1, MANY, false)),
            Map.entry("server_name", new Form(1, MANY, false)),
            Map.entry("proxy_pass", new Form(1, 1, false)),
            Map.entry("return", new Form(1, 2, false)),
            Map.entry("rewrite", new Form(2, 3, false)),
            Map.entry("set", new Form(2, 2, false)),
            Map.entry("root", new Form(1, 1, false)),
            Map.entry("allow", new Form(1, 1, false)),
            Map.entry("deny", new Form(1, 1, false)),
            Map.entry("internal", new Form(0, 0, false)),
            Map.entry("error_page", new Form(2, MANY, false)),
            Map.entry("auth_basic", new Form(1, 1, false)),
            Map.entry("auth_basic_user_file", new Form(1, 1, false)),
            Map.entry("ssl_certificate", new Form(1, 1, false)),
            Map.entry("ssl_certificate_key", new Form(1, 1, false)),
            Map.entry("proxy_set_header", new Form(2, 2, false)),
            Map.entry("proxy_http_version", new Form(1, 1, false)),
            Map.entry("proxy_connect_timeout", new Form(1, 1, false)),
            Map.entry("proxy_read_timeout", new Form(1, 1, false)));

    /** The blocks whose children are such directives; those of a {@code map} are not. */
    private static final Set<String> FOLLOWED = Set.of("http", "stream", "server", "location", "if", "limit_except");

    private final NginxFile file;
    private final List<Problem> problems = new ArrayList<>();

    private DirectiveCheck(NginxFile file) {
        this.file = file;
    }

    /**
     * Checks a file.
     *
     * @throws ConfigurationException where nginx would reject it, with all places
     */
    public static void require(NginxFile file) {
        DirectiveCheck check = new DirectiveCheck(file);
        check.check(file.root().directives());
        if (!check.problems.isEmpty()) {
            throw new ConfigurationException(check.problems);
        }
    }

    private void check(List<Directive> directives) {
        for (Directive each : directives) {
            Form form = FORMS.get(each.name());
            if (form != null) {
                check(each, form);
            }
            if (FOLLOWED.contains(each.name())) {
                check(each.children());
            }
        }
    }

    private void check(Directive directive, Form form) {
        int words = directive.arguments().size();
        if (directive.block().isPresent() && !form.block()) {
            add(directive, "directive '" + directive.name() + "' is not terminated by ';'");
        } else if (directive.block().isEmpty() && form.block()) {
            add(directive, "directive '" + directive.name() + "' has no opening '{'");
        } else if (words < form.least() || words > form.most()) {
            add(
                    directive,
                    "wrong number of arguments for '" + directive.name() + "': " + words
                            + (words > form.most() ? "; is a ';' missing?" : ""));
        }
    }

    private void add(Directive directive, String message) {
        problems.add(file.problem(directive.start(), message));
    }
}
