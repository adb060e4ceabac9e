package dev.monsh.adapter.ssh.knownhosts;

/** What known_hosts says of a key that a host showed. */
sealed interface HostKeyVerdict {

    /** It is known, or signed by an authority that is. */
    record Accepted() implements HostKeyVerdict {}

    /** Nothing is known of the host. */
    record Unknown() implements HostKeyVerdict {}

    /** The host is known with another key. */
    record Changed(KnownHostLine known) implements HostKeyVerdict {}

    /** The key, its certificate, or the authority that signed it, is revoked, in a line or a list. */
    record Revoked(String place) implements HostKeyVerdict {}

    /** It comes with a certificate that does not make it good. */
    record BadCertificate(String why) implements HostKeyVerdict {}
}
