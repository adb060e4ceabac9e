package dev.monsh.box;

/** How monsh proves who it is to a server. */
public sealed interface Credential {

    /** No proof at all. */
    record None() implements Credential {}

    /** RFC 7617. */
    record Basic(String username, Secret password) implements Credential {}

    /** RFC 6750. */
    record Bearer(Secret token) implements Credential {}
}
