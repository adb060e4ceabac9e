package dev.monsh.gateway.host;

/**
 * A gateway that a command is connected to.
 *
 * @param path the file with the mappings
 * @param publicHost the address under which clients reach it
 */
public record GatewayLink(RemoteHost host, GatewayTransaction transaction, String path, String publicHost)
        implements AutoCloseable {

    @Override
    public void close() {
        host.close();
    }
}
