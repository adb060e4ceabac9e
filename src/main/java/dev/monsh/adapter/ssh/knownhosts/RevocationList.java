package dev.monsh.adapter.ssh.knownhosts;

import dev.monsh.edit.Bytes;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key revocation list as {@code ssh-keygen -k} writes it (OpenSSH's PROTOCOL.krl). A section of a kind that is not known makes
 * the whole list unreadable: what it revokes would be missed.
 */
final class RevocationList {

    private static final byte[] MAGIC = "SSHKRL\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FORMAT = 1;

    private static final int CERTIFICATES = 1;
    private static final int EXPLICIT_KEYS = 2;
    private static final int SHA1_FINGERPRINTS = 3;
    private static final int SIGNATURE = 4;
    private static final int SHA256_FINGERPRINTS = 5;

    private static final int SERIAL_LIST = 0x20;
    private static final int SERIAL_RANGE = 0x21;
    private static final int SERIAL_BITMAP = 0x22;
    private static final int KEY_IDS = 0x23;

    /** Serials from one to another, both included, unsigned. */
    private record Range(long first, long last) {
        boolean has(long serial) {
            return Long.compareUnsigned(serial, first) >= 0 && Long.compareUnsigned(serial, last) <= 0;
        }
    }

    /**
     * What is revoked of one authority's certificates.
     *
     * @param authority no bytes for any authority
     */
    private record Revoked(Bytes authority, List<Range> serials, Set<String> keyIds) {
        boolean has(HostCertificate certificate) {
            boolean concerned = authority.size() == 0 || authority.equals(certificate.authority());
            // 0 is what a certificate has whose authority gave it no serial
            boolean serial =
                    certificate.serial() != 0 && serials.stream().anyMatch(each -> each.has(certificate.serial()));
            return concerned && (serial || keyIds.contains(certificate.keyId()));
        }
    }

    private final Set<Bytes> keys = new HashSet<>();
    private final Set<Bytes> sha1 = new HashSet<>();
    private final Set<Bytes> sha256 = new HashSet<>();
    private final List<Revoked> certificates = new ArrayList<>();

    private RevocationList() {}

    static boolean isOne(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, 6, MAGIC, 0, 6);
    }

    /** Reads a list; empty where it is damaged, or of a later kind. */
    static Optional<RevocationList> parse(byte[] file) {
        try {
            RevocationList list = new RevocationList();
            return list.read(ByteBuffer.wrap(file)) ? Optional.of(list) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean read(ByteBuffer in) {
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC) || in.getInt() != FORMAT) {
            return false;
        }
        in.getLong(); // the version of its content
        in.getLong(); // when it was made
        in.getLong(); // flags, of which none is defined
        string(in);
        string(in);
        while (in.hasRemaining()) {
            int type = Byte.toUnsignedInt(in.get());
            if (type == SIGNATURE) {
                // what follows signs what came before; OpenSSH does not check it, either
                return true;
            }
            if (!section(type, ByteBuffer.wrap(string(in)))) {
                return false;
            }
        }
        return true;
    }

    private boolean section(int type, ByteBuffer in) {
        return switch (type) {
            case CERTIFICATES -> certificates(in);
            case EXPLICIT_KEYS -> blobs(in, keys);
            case SHA1_FINGERPRINTS -> blobs(in, sha1);
            case SHA256_FINGERPRINTS -> blobs(in, sha256);
            default -> false;
        };
    }

    private static boolean blobs(ByteBuffer in, Set<Bytes> into) {
        while (in.hasRemaining()) {
            into.add(Bytes.of(string(in)));
        }
        return true;
    }

    private boolean certificates(ByteBuffer in) {
        Bytes authority = Bytes.of(string(in));
        string(in);
        List<Range> serials = new ArrayList<>();
        Set<String> keyIds = new HashSet<>();
        while (in.hasRemaining()) {
            int type = Byte.toUnsignedInt(in.get());
            ByteBuffer part = ByteBuffer.wrap(string(in));
            switch (type) {
                case SERIAL_LIST -> {
                    while (part.hasRemaining()) {
                        long serial = part.getLong();
                        serials.add(new Range(serial, serial));
                    }
                }
                case SERIAL_RANGE -> serials.add(new Range(part.getLong(), part.getLong()));
                case SERIAL_BITMAP -> bitmap(part, serials);
                case KEY_IDS -> {
                    while (part.hasRemaining()) {
                        keyIds.add(new String(string(part), StandardCharsets.UTF_8));
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        certificates.add(new Revoked(authority, serials, keyIds));
        return true;
    }

    private static void bitmap(ByteBuffer part, List<Range> serials) {
        long offset = part.getLong();
        BigInteger bits = new BigInteger(1, string(part));
        for (int i = 0; i < bits.bitLength(); i++) {
            if (bits.testBit(i)) {
                serials.add(new Range(offset + i, offset + i));
            }
        }
    }

    private static byte[] string(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("longer than the list");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** Tells whether a key is revoked, by itself, as its certificate, or with the authority that signed that. */
    boolean revokes(Bytes key, Optional<HostCertificate> certificate) {
        return revokes(key)
                || certificate
                        .filter(each -> revokes(each.authority())
                                || certificates.stream().anyMatch(list -> list.has(each)))
                        .isPresent();
    }

    private boolean revokes(Bytes key) {
        return keys.contains(key) || sha1.contains(hash("SHA-1", key)) || sha256.contains(hash("SHA-256", key));
    }

    private static Bytes hash(String algorithm, Bytes key) {
        try {
            return Bytes.of(MessageDigest.getInstance(algorithm).digest(key.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
