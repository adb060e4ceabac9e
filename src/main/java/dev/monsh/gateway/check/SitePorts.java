package dev.monsh.gateway.check;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.ConfigurationDump;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.transaction.GatewayFile;
import dev.monsh.gateway.transaction.PortClaim;
import java.util.List;
import java.util.Optional;

/** Reads out of a file with mappings what a change of it and a check need to know. */
public final class SitePorts {

    private SitePorts() {}

    /** Returns every port that nginx must own when it runs with this file. */
    public static List<PortClaim> claims(GatewaySite site) {
        return site.listens().stream().map(PortClaim::of).distinct().toList();
    }

    /** Returns the same for the bytes of a file; none for a file that only nginx itself can read, which is then the judge. */
    public static List<PortClaim> claims(Bytes bytes) {
        try {
            NginxFile file = NginxFile.parse("site", bytes.toArray());
            return claims(new GatewaySite(file, List.of(), List.of(), Optional.empty()));
        } catch (ConfigurationException e) {
            return List.of();
        }
    }

    /** Returns the mappings of the file; its upstreams may stand in others. */
    public static List<CheckedPort> mappings(GatewayFile file) {
        GatewaySite site = new ConfigurationDump(file.dump().toArray())
                .site(file.included(), file.real(), file.bytes().toArray(), List.of(), Optional.empty());
        return site.mappings().stream()
                .filter(mapping -> mapping.file().equals(site.file().name()))
                .map(CheckedPort::of)
                .toList();
    }
}
