package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether clients must show who they are before nginx runs what a block holds. It counts only where this is certain. */
public sealed interface Authentication {

    /** Nobody is asked, or everybody comes in without an answer. */
    record None() implements Authentication {}

    /** A password, a certificate or the consent of another server is needed. */
    record Certain() implements Authentication {}

    /** It can't be told: {@code why} names what it depends on. */
    record Doubtful(String why) implements Authentication {}

    /**
     * Judges a block.
     *
     * @param chain the blocks around it and itself, the outermost first
     */
    static Authentication of(List<Directive> chain) {
        Inheritance rules = new Inheritance(chain);
        if (certificate(rules)) {
            return new Certain();
        }
        List<Authentication> asking = new ArrayList<>(List.of(password(rules), token(rules), consent(rules)));
        asking.removeIf(None.class::isInstance);
        boolean any = rules.value("satisfy").filter("any"::equals).isPresent();
        if (asking.isEmpty() || (any && rules.allowsEverybody())) {
            return new None();
        }
        Optional<Authentication> doubtful =
                asking.stream().filter(Doubtful.class::isInstance).findFirst();
        boolean certain = asking.stream().anyMatch(Certain.class::isInstance);
        return doubtful.filter(each -> any || !certain).orElseGet(Certain::new);
    }

    /** The certificate comes with the TLS handshake, whatever {@code satisfy} says; without TLS nobody is asked. */
    private static boolean certificate(Inheritance rules) {
        List<Directive> listens = rules.all("listen");
        boolean tls = rules.value("ssl").filter("on"::equals).isPresent()
                || (!listens.isEmpty()
                        && listens.stream()
                                .allMatch(each -> each.arguments().contains("ssl")
                                        || each.arguments().contains("quic")));
        return tls && rules.value("ssl_verify_client").filter("on"::equals).isPresent();
    }

    /** Without a file of users nginx asks nobody (ngx_http_auth_basic_module). */
    private static Authentication password(Inheritance rules) {
        Authentication asked = realm(rules, "auth_basic");
        Optional<String> users = rules.value("auth_basic_user_file");
        if (users.isEmpty()) {
            return new None();
        }
        return asked instanceof Certain && users.get().indexOf('$') >= 0
                ? new Doubtful("auth_basic_user_file " + users.get() + " is made from variables")
                : asked;
    }

    private static Authentication token(Inheritance rules) {
        return realm(rules, "auth_jwt");
    }

    /** The word {@code off} turns it off, also where it comes from a variable. */
    private static Authentication realm(Inheritance rules, String directive) {
        Optional<String> realm = rules.value(directive);
        if (realm.isEmpty() || realm.get().equals("off")) {
            return new None();
        }
        boolean mayBeOff = realm.get().indexOf('$') >= 0
                && Pattern.matches(
                        Arrays.stream(realm.get().split("\\$(\\{\\w+\\}|\\w+)", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")),
                        "off");
        return mayBeOff ? new Doubtful(directive + " " + realm.get() + " may turn out as off") : new Certain();
    }

    /** Only another server can refuse: a location that answers by itself may say yes to everybody. */
    private static Authentication consent(Inheritance rules) {
        Optional<String> uri = rules.value("auth_request").filter(each -> !each.equals("off"));
        if (uri.isEmpty()) {
            return new None();
        }
        List<Directive> server = new ArrayList<>();
        for (Directive block : rules.chain()) {
            server.add(block);
            if (block.is("server")) {
                break;
            }
        }
        String path = uri.get().split("\\?", 2)[0];
        List<Directive> inside = RequestFlow.blocks(server, path).getLast().children();
        boolean asks = inside.stream()
                .anyMatch(each -> Set.of("proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass")
                        .contains(each.name()));
        boolean answers = inside.stream()
                .anyMatch(each -> Set.of("return", "rewrite", "if", "try_files", "error_page", "include")
                        .contains(each.name()));
        return asks && !answers
                ? new Certain()
                : new Doubtful("auth_request " + uri.get() + " is answered by nginx itself");
    }
}
