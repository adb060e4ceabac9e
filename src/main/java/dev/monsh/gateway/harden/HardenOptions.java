package dev.monsh.gateway.harden;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to be asked of clients beyond the usual.
 *
 * @param authFile the password file for basic authentication, a path on the gateway
 * @param allow the addresses and blocks of addresses that are let in; empty for everybody
 * @param tls the certificate to speak TLS with
 * @param pages whether Prometheus's own web pages stay reachable
 */
public record HardenOptions(Optional<String> authFile, List<String> allow, Optional<Tls> tls, boolean pages) {

    /** Nothing beyond the usual. */
    public static final HardenOptions NONE = new HardenOptions(Optional.empty(), List.of(), Optional.empty());

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/+-]+");

    /** Options without the web pages. */
    public HardenOptions(Optional<String> authFile, List<String> allow, Optional<Tls> tls) {
        this(authFile, allow, tls, false);
    }

    /** Checks every value, since it becomes a word of the file; throws {@link UsageException}. */
    public HardenOptions {
        allow = List.copyOf(allow);
        authFile.ifPresent(path -> requirePath("--auth-file", path));
        tls.ifPresent(files -> requirePath("--tls-certificate", files.certificate()));
        tls.ifPresent(files -> requirePath("--tls-key", files.key()));
        allow.forEach(HardenOptions::requireBlock);
    }

    /** Two files on the gateway, PEM. */
    public record Tls(String certificate, String key) {}

    private static void requirePath(String option, String path) {
        if (!PATH.matcher(path).matches()) {
            throw new UsageException(
                    option + " '" + path + "'", "must be an absolute path on the gateway, of letters, digits and ._+-");
        }
    }

    private static void requireBlock(String text) {
        int slash = text.indexOf('/');
        TailnetAddress address = TailnetAddress.parse("--allow", slash < 0 ? text : text.substring(0, slash));
        int most = address.text().indexOf(':') >= 0 ? 128 : 32;
        boolean bits = slash < 0
                || (text.substring(slash + 1).matches("[0-9]{1,3}")
                        && Integer.parseInt(text.substring(slash + 1)) <= most);
        if (!bits) {
            throw new UsageException("--allow '" + text + "'", "must be ADDRESS or ADDRESS/BITS, at most " + most);
        }
    }
}
