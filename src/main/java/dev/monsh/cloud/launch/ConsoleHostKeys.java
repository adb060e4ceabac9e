package dev.monsh.cloud.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the host keys that cloud-init prints on the console at the first start (module keys_to_console). The console is
 * read with the account's credentials, so that nobody between here and the machine can put another key in.
 */
final class ConsoleHostKeys {

    private static final String BEGIN = "-----BEGIN SSH HOST KEY KEYS-----";
    private static final String END = "-----END SSH HOST KEY KEYS-----";
    private static final Pattern KEY =
            Pattern.compile("(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) +([A-Za-z0-9+/]+={0,2})(?=\\s|$)");

    private ConsoleHostKeys() {}

    /**
     * Returns the keys of the last block that is complete; none where there is no such block. Other lines of the console,
     * and what the kernel puts in front of a line, are passed over.
     */
    static List<HostKey> in(String console) {
        int end = console.lastIndexOf(END);
        int begin = end < 0 ? -1 : console.lastIndexOf(BEGIN, end);
        if (begin < 0) {
            return List.of();
        }
        List<HostKey> keys = new ArrayList<>();
        Matcher matcher = KEY.matcher(console.substring(begin + BEGIN.length(), end));
        while (matcher.find()) {
            HostKey.of(matcher.group(1), matcher.group(2)).ifPresent(keys::add);
        }
        return keys;
    }
}
