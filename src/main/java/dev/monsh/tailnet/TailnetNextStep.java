package dev.monsh.tailnet;

import dev.monsh.failure.NextStep;

/** What can be done next about a tailnet. */
public sealed interface TailnetNextStep extends NextStep {

    /** Look at the machines in it. */
    record ListPeers() implements TailnetNextStep {}

    /** Look at one machine. */
    record ShowPeer(String peer) implements TailnetNextStep {}
}
