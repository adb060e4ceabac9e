package dev.monsh.gateway.bootstrap;

import dev.monsh.json.JsonTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tailscale status --json} says of the machine itself.
 *
 * @param state the type State of Tailscale's package ipn, for instance {@code NeedsLogin}; empty where Tailscale is not there
 * @param link where a person logs in; empty while there is none
 */
record TailscaleLoginState(String state, Optional<String> link, List<String> addresses) {

    static TailscaleLoginState of(String json) {
        try {
            JsonTree status = JsonTree.parse(json);
            return new TailscaleLoginState(
                    status.text("BackendState"),
                    Optional.of(status.text("AuthURL")).filter(url -> !url.isEmpty()),
                    status.get("TailscaleIPs").texts());
        } catch (IOException e) {
            return new TailscaleLoginState("", Optional.empty(), List.of());
        }
    }

    boolean isIn() {
        return state.equals("Running");
    }

    /** An administrator has to let the machine in, after its login. */
    boolean waitsForApproval() {
        return state.equals("NeedsMachineAuth");
    }
}
