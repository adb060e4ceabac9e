package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import java.util.List;
import java.util.Optional;

/**
 * What holds in a block: a directive of an outer block is inherited unless an inner one has a directive of that name. This
 * goes for lists as well: one {@code proxy_set_header} in a location drops all those of its server.
 */
public record Inheritance(List<Directive> chain) {

    /** Returns all directives of a name that hold. */
    public List<Directive> all(String name) {
        for (Directive block : chain.reversed()) {
            List<Directive> found = block.children(name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Returns the first parameter of the directive that holds. */
    public Optional<String> value(String name) {
        return all(name).stream().reduce((first, last) -> last).map(each -> each.argument(0));
    }

    /** Returns the value of a header that is set for the upstream. */
    public Optional<String> header(String name) {
        return all("proxy_set_header").stream()
                .filter(each -> each.argument(0).equalsIgnoreCase(name))
                .map(each -> each.argument(1))
                .reduce((first, last) -> last);
    }

    /** Live tail needs all three: without them Loki answers 400 instead of 101. */
    public boolean upgrades() {
        return value("proxy_http_version").filter("1.1"::equals).isPresent() && upgradesByHeaders();
    }

    public boolean upgradesByHeaders() {
        return header("Upgrade").filter(value -> !value.isEmpty()).isPresent()
                && header("Connection").filter(value -> !value.isEmpty()).isPresent();
    }

    /** Tells whether it is certain that clients must show who they are. */
    public boolean authenticates() {
        return Authentication.of(chain) instanceof Authentication.Certain;
    }

    /** Tells whether some directive asks clients to show who they are, even if that keeps nobody out. */
    public boolean mentionsAuthentication() {
        return value("auth_basic").filter(realm -> !realm.equals("off")).isPresent()
                || value("auth_request").filter(uri -> !uri.equals("off")).isPresent()
                || value("auth_jwt").filter(realm -> !realm.equals("off")).isPresent()
                || value("ssl_verify_client").filter("on"::equals).isPresent();
    }

    /** Tells whether only a limited part of the internet is let in. */
    public boolean restrictsAddresses() {
        List<Directive> rules = accessRules();
        return !rules.isEmpty() && !new AddressRules(rules).letEverybodyIn() && !clientsChooseAddress();
    }

    /** Tells whether there are address rules, whatever they say. */
    public boolean mentionsAddresses() {
        return !accessRules().isEmpty();
    }

    /** Tells whether an {@code allow} holds for practically everybody. */
    boolean allowsEverybody() {
        List<Directive> rules = accessRules();
        return new AddressRules(rules).allowEverybody()
                || (rules.stream().anyMatch(rule -> rule.is("allow")) && clientsChooseAddress());
    }

    /** Whoever is trusted by {@code set_real_ip_from} says in a header which address it has. */
    private boolean clientsChooseAddress() {
        return all("set_real_ip_from").stream().map(each -> each.argument(0)).anyMatch(block -> block.endsWith("/0"));
    }

    public boolean refusesEveryone() {
        List<Directive> rules = accessRules();
        return !rules.isEmpty()
                && rules.getFirst().is("deny")
                && rules.getFirst().argument(0).equals("all");
    }

    /** {@code allow} and {@code deny} are one list, in their order. */
    private List<Directive> accessRules() {
        for (Directive block : chain.reversed()) {
            if (!block.children("allow").isEmpty() || !block.children("deny").isEmpty()) {
                return block.children().stream()
                        .filter(each -> each.is("allow") || each.is("deny"))
                        .toList();
            }
        }
        return List.of();
    }
}
