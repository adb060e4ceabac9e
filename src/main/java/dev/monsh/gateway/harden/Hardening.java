package dev.monsh.gateway.harden;

import dev.monsh.gateway.map.HttpBlock;
import dev.monsh.gateway.map.MappingBlock;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.ServerBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the mappings of a file what a plain {@code proxy_pass} lacks: live tail, timeouts, an allowlist of paths, a server
 * that refuses other host names. What is there already stays; a second time changes nothing.
 */
public final class Hardening {

    private final GatewaySite site;
    private final HardenOptions options;
    private final List<String> said = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private Hardening(GatewaySite site, HardenOptions options) {
        this.site = site;
        this.options = options;
    }

    /** Returns the change; it is empty where nothing is lacking. */
    public static MappingChange of(GatewaySite site, HardenOptions options) {
        return new Hardening(site, options).change();
    }

    private MappingChange change() {
        List<NginxEdit> edits = new ArrayList<>();
        for (ServerBlock server : site.ownServers()) {
            if (!server.routes().isEmpty()) {
                edits.addAll(edits(server));
            }
        }
        NginxEditor editor = new NginxEditor();
        NginxFile after = editor.apply(site.file(), edits);
        if (after.contains(MappingBlock.CONNECTION)) {
            HttpBlock http = HttpBlock.of(after);
            if (http.connectionMap().isEmpty()) {
                after = editor.apply(
                        after,
                        List.of(BlockInsertion.atEnd(after, http.block(), List.of(MappingBlock.connectionMap()))));
            }
        }
        return new MappingChange(site, after, "harden", said, warnings, ports);
    }

    private List<NginxEdit> edits(ServerBlock server) {
        String port = server.ports().isEmpty()
                ? "a socket"
                : server.ports().getFirst().text();
        if (server.protocol() != Protocol.HTTP) {
            warnings.add("port " + port + " is served by " + server.protocol().word()
                    + ", where no paths can be allowed: left as it is");
            return List.of();
        }
        ServerHardening hardening = new ServerHardening(site, server, options);
        List<NginxEdit> edits = hardening.edits();
        hardening.done().forEach(done -> said.add("port " + port + ": " + done));
        hardening.warnings().forEach(warning -> warnings.add("port " + port + ": " + warning));
        if (!edits.isEmpty()) {
            server.ports().forEach(range -> ports.add(range.first()));
        }
        return edits;
    }
}
