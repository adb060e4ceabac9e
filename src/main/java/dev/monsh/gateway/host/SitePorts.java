package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;
import java.util.List;

/** Reads out of a file with mappings what a change of it and a check need to know. */
public interface SitePorts {

    /** Returns every port that nginx must own when it runs with this file. */
    List<PortClaim> claims(Bytes site);

    /** Returns the mappings of the file and of those that belong to it. */
    List<CheckedPort> mappings(GatewayFile file);
}
