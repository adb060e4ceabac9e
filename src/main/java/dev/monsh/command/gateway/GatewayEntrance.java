package dev.monsh.command.gateway;

import dev.monsh.box.GatewaySettings;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.connect.HostIntroduction;

/** Connects to a gateway that the configuration need not have. */
public interface GatewayEntrance {

    /** Returns what gets to know the keys of machines. */
    HostIntroduction introduction(GlobalOptions options);

    /** Connects and logs in. */
    GatewayLink open(GatewaySettings settings, GlobalOptions options);
}
