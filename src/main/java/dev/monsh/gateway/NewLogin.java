package dev.monsh.gateway;

import dev.monsh.box.SecretValue;
import dev.monsh.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A user of the gateway's ports with a password that was made for it.
 *
 * @param password 32 letters, digits, {@code -} and {@code _}: 192 bits
 */
public record NewLogin(String user, SecretValue password) {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final int PASSWORD_BYTES = 24;
    private static final int SALT_BYTES = 12;

    /** Checks a user's name, which becomes the first field of a line; throws {@link UsageException} naming where it is from. */
    public static String requireUser(String where, String user) {
        if (!USER.matcher(user).matches()) {
            throw new UsageException(
                    where + " '" + user + "'",
                    "must be a name of at most 64 letters, digits and ._@-, first a letter or digit");
        }
        return user;
    }

    /** Makes a password. */
    public static NewLogin make(String user, SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return new NewLogin(
                requireUser("user", user),
                new SecretValue(Base64.getUrlEncoder().encodeToString(bytes).toCharArray()));
    }

    /**
     * Returns the line of a password file (ngx_http_auth_basic_module, auth_basic_user_file): salted SHA-1, which nginx
     * computes by itself. A slow hash protects passwords that can be guessed; against one of 192 random bits it would do
     * nothing, and {@code $6$} keeps nginx's event loop for 2.8 ms on each request.
     */
    String line(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] secret = new String(password.chars()).getBytes(StandardCharsets.US_ASCII);
        byte[] digest = sha1(secret, salt);
        Arrays.fill(secret, (byte) 0);
        byte[] both = Arrays.copyOf(digest, digest.length + salt.length);
        System.arraycopy(salt, 0, both, digest.length, salt.length);
        return user + ":{SSHA}" + Base64.getEncoder().encodeToString(both);
    }

    private static byte[] sha1(byte[] secret, byte[] salt) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(secret);
            return sha1.digest(salt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Returns {@code USER:PASSWORD}, as basic authentication has it. */
    public SecretValue credentials() {
        return new SecretValue((user + ":" + new String(password.chars())).toCharArray());
    }
}
