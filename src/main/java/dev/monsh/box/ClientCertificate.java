package dev.monsh.box;

import java.nio.file.Path;

/**
 * A certificate that monsh shows to a server (mutual TLS).
 *
 * @param certificate PEM, the chain from the leaf on
 * @param key PEM, PKCS #8, not encrypted
 */
public record ClientCertificate(Path certificate, Path key) {}
