package dev.monsh.gateway.site;

/**
 * Where nginx must listen.
 *
 * @param address as the file has it: empty or {@code *} for all, a name, IPv4, or IPv6 in brackets
 * @param port one that TCP has
 */
public record ListenAddress(String address, int port) {}
