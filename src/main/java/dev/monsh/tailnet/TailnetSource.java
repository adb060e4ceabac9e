package dev.monsh.tailnet;

/** Asks Tailscale on some machine. */
@FunctionalInterface
public interface TailnetSource {

    /**
     * Returns the tailnet in whatever state Tailscale is.
     *
     * @throws dev.monsh.failure.UnreachableException where there is no Tailscale, or its daemon does not answer
     * @throws dev.monsh.failure.RejectedException where what it says can't be understood
     * @throws dev.monsh.failure.TimedOutException where it takes too long
     */
    Tailnet read();
}
