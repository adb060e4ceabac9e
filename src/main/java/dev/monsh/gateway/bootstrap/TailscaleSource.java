package dev.monsh.gateway.bootstrap;

import java.net.URI;
import java.util.Optional;

/**
 * Where Tailscale's packages are from.
 *
 * @param repository the folder of the distributions' repositories, {@code https://pkgs.tailscale.com/stable} or a mirror of it
 * @param key a binary OpenPGP key; empty for the one that stands in the repository
 */
public record TailscaleSource(URI repository, Optional<URI> key) {

    /** Tailscale's own. */
    public static final URI STABLE = URI.create("https://pkgs.tailscale.com/stable");

    /** Returns the repository of a distribution, for instance {@code …/stable/debian}. */
    String of(String distribution) {
        return repository.toString().replaceAll("/+$", "") + "/" + distribution;
    }

    /** Returns where its key is. */
    String keyOf(String distribution, String codename) {
        return key.map(URI::toString).orElseGet(() -> of(distribution) + "/" + codename + ".noarmor.gpg");
    }
}
