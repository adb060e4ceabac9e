package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Word;
import java.util.List;
import java.util.OptionalInt;

/** Where {@code proxy_pass} leads. */
public sealed interface Target {

    /** Returns it for people: {@code 100.64.0.8:9090}, or the text of the file. */
    String text();

    /**
     * One server.
     *
     * @param scheme {@code http} or {@code https}; empty in {@code stream}
     * @param host an IPv6 address stands in brackets
     * @param path what follows the port, beginning with a slash; may be empty
     */
    record Address(String scheme, String host, int port, String path) implements Target {
        @Override
        public String text() {
            return host + ":" + port;
        }
    }

    /**
     * The servers of an {@code upstream} block.
     *
     * @param path what follows the name; may be empty
     */
    record Group(String name, Directive upstream, List<Member> members, String path) implements Target {
        @Override
        public String text() {
            return members.size() == 1
                    ? members.getFirst().host() + ":" + members.getFirst().port()
                    : name;
        }
    }

    /** One server of an {@code upstream}. */
    record Member(Word word, String host, int port) {}

    /** An address that nginx computes for each request, from variables. */
    record Dynamic(String text) implements Target {}

    /** What is no address of a machine: a Unix socket. */
    record Other(String text) implements Target {}

    /** Returns the port that it leads to; empty where that is not one, or not known. */
    default OptionalInt onlyPort() {
        return switch (this) {
            case Address address -> OptionalInt.of(address.port());
            case Group group
            when group.members().size() == 1 ->
                OptionalInt.of(group.members().getFirst().port());
            case Group _, Dynamic _, Other _ -> OptionalInt.empty();
        };
    }

    /** Returns whether both lead to the same place. */
    default boolean sameAs(Target other) {
        return text().equals(other.text()) && getClass() == other.getClass();
    }
}
