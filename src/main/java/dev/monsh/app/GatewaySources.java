package dev.monsh.app;

import dev.monsh.box.Configuration;
import dev.monsh.box.GatewaySettings;
import dev.monsh.command.Boxes;
import dev.monsh.command.GatewayHosts;
import dev.monsh.command.GlobalOptions;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayHost;
import dev.monsh.gateway.LocalGateway;
import java.nio.file.Path;
import java.util.List;

/** Opens the file with the mappings: the gateway's, or one on this machine. */
final class GatewaySources implements GatewayHosts {

    private final Boxes boxes;
    private final Surroundings surroundings;

    GatewaySources(Boxes boxes, Surroundings surroundings) {
        this.boxes = boxes;
        this.surroundings = surroundings;
    }

    @Override
    public GatewayHost local(Path file, GlobalOptions options) {
        Configuration configuration = boxes.store(options).load();
        return new LocalGateway(
                file,
                List.copyOf(configuration.boxes().values()),
                configuration.gateway().flatMap(GatewaySettings::publicHost),
                new AtomicFile(surroundings.clock()));
    }

    @Override
    public GatewayHost remote(GlobalOptions options) {
        throw new UsageException("gateway", "needs --file FILE: the gateway itself is not reached yet");
    }
}
