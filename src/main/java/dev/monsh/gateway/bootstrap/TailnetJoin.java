package dev.monsh.gateway.bootstrap;

import dev.monsh.box.SecretValue;

/** How the gateway gets into the tailnet. */
public sealed interface TailnetJoin {

    /** It stays out: Tailscale is not touched. */
    record Never() implements TailnetJoin {}

    /** A person opens a link that Tailscale shows. */
    record ByLink() implements TailnetJoin {}

    /** With an auth key of the tailnet, which the gateway gets as a file that only root can read. */
    record ByKey(SecretValue key) implements TailnetJoin {}
}
