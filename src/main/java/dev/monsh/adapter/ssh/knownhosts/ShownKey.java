package dev.monsh.adapter.ssh.knownhosts;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import dev.monsh.edit.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * A key that a host showed.
 *
 * @param type for instance {@code ssh-ed25519}
 * @param blob the key itself in the form of RFC 4253, 6.6, without its certificate
 * @param certificate what it came with; empty where it came without one
 * @param objection what OpenSSH has against its certificate, if any, whoever signed it (PROTOCOL.certkeys); may be empty
 */
record ShownKey(String type, Bytes blob, Optional<HostCertificate> certificate, String objection) {

    private static final long HOST_CERTIFICATE = 2;

    static ShownKey of(PublicKey key) {
        if (key instanceof Certificate<?> certificate) {
            return new ShownKey(
                    KeyType.fromKey(certificate.getKey()).toString(),
                    blob(certificate.getKey()),
                    Optional.of(new HostCertificate(
                            Bytes.of(certificate.getSignatureKey()),
                            certificate.getSerial().longValue(),
                            certificate.getId())),
                    objection(certificate));
        }
        return new ShownKey(KeyType.fromKey(key).toString(), blob(key), Optional.empty(), "");
    }

    /** sshj checks the signature, the time and the name; the name by patterns, which OpenSSH does not allow here. */
    private static String objection(Certificate<?> certificate) {
        if (certificate.getType() != HOST_CERTIFICATE) {
            return "it is a certificate for users, not for hosts";
        }
        if (!certificate.getCritOptions().isEmpty()) {
            return "it has a critical option that monsh does not know: "
                    + String.join(", ", certificate.getCritOptions().keySet());
        }
        return certificate.getValidPrincipals().stream().anyMatch(name -> name.matches(".*[*?].*"))
                ? "one of its names is a pattern"
                : "";
    }

    private static Bytes blob(PublicKey key) {
        return Bytes.of(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
    }

    /** Returns {@code SHA256:…} as {@code ssh-keygen -l} prints it. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob.toArray());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the line that makes it known. */
    String knownHostsLine(String host) {
        return host + " " + type + " " + Base64.getEncoder().encodeToString(blob.toArray());
    }

    /** Judges it; a revocation beats everything. */
    HostKeyVerdict judge(KnownHosts known) {
        Optional<String> revoked = known.find(KnownHostLine.Marker.REVOKED, blob)
                .or(() -> certificate.flatMap(each -> known.find(KnownHostLine.Marker.REVOKED, each.authority())))
                .map(KnownHostLine::place)
                .or(() -> known.listRevoking(blob, certificate));
        if (revoked.isPresent()) {
            return new HostKeyVerdict.Revoked(revoked.get());
        }
        if (known.find(KnownHostLine.Marker.HOST, blob).isPresent()) {
            return new HostKeyVerdict.Accepted();
        }
        if (certificate.isPresent()) {
            return judgeCertificate(known, certificate.get().authority());
        }
        return known.anyOfHost()
                .<HostKeyVerdict>map(HostKeyVerdict.Changed::new)
                .orElseGet(HostKeyVerdict.Unknown::new);
    }

    private HostKeyVerdict judgeCertificate(KnownHosts known, Bytes signer) {
        if (!objection.isEmpty()) {
            return new HostKeyVerdict.BadCertificate(objection);
        }
        return known.find(KnownHostLine.Marker.AUTHORITY, signer).isPresent()
                ? new HostKeyVerdict.Accepted()
                : new HostKeyVerdict.BadCertificate("it is signed by an authority that is not known for this host");
    }
}
