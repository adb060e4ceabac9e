package dev.monsh.grafana;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Uids that are made of a box's name, the same in every run, so that what is pushed twice is there once. Grafana takes
 * letters, digits, {@code _} and {@code -}, at most 40 of them.
 */
public final class StableUid {

    private static final int LONGEST = 40;
    private static final int HASH = 6;

    private StableUid() {}

    /** Returns {@code PREFIX-NAME-SUFFIX}, without the suffix where it is empty. A name that does not fit gets a hash. */
    public static String of(String prefix, String name, String suffix) {
        String end = suffix.isEmpty() ? "" : "-" + suffix;
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
        int room = LONGEST - prefix.length() - 1 - end.length();
        if (plain.equals(name) && plain.length() <= room) {
            return prefix + "-" + plain + end;
        }
        String kept = plain.substring(0, Math.min(plain.length(), room - HASH - 1));
        return prefix + "-" + kept + "-" + hash(name) + end;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
