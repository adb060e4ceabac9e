package dev.monsh.command.next;

import dev.monsh.failure.ShellWord;
import dev.monsh.tailnet.TailnetNextStep;

/** The commands for what can be done about a tailnet. */
final class TailnetNextSteps {

    private TailnetNextSteps() {}

    static String text(TailnetNextStep next) {
        return switch (next) {
            case TailnetNextStep.ListPeers() -> "monsh tailscale status";
            case TailnetNextStep.ShowPeer(String peer) -> "monsh tailscale status " + ShellWord.of(peer);
        };
    }
}
