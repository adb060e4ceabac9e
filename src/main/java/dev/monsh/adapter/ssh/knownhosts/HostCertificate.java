package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.edit.Bytes;

/**
 * What a host's certificate is revoked by (PROTOCOL.certkeys).
 *
 * @param authority the key that signed it
 * @param serial unsigned; 0 where the authority gave none
 */
record HostCertificate(Bytes authority, long serial, String keyId) {}
