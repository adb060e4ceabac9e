package dev.monsh.cloud.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The key that may log in to a new gateway. */
public sealed interface LoginKey {

    /** A key pair that the account has. */
    record Named(String name) implements LoginKey {}

    /**
     * A public key of this machine, to be imported.
     *
     * @param text one line, as OpenSSH writes it
     */
    record Imported(Path file, String text) implements LoginKey {

        private static final String SUFFIX = ".pub";

        /** Returns the private key beside it, where it is there. */
        public Optional<Path> privateKey() {
            String name = String.valueOf(file.getFileName());
            return Optional.of(name)
                    .filter(each -> each.endsWith(SUFFIX))
                    .map(each -> file.resolveSibling(each.substring(0, each.length() - SUFFIX.length())))
                    .filter(Files::isRegularFile);
        }

        /** Returns type and key without the comment. */
        static String bare(String text) {
            String[] words = text.strip().split("\\s+");
            return words.length < 2 ? text.strip() : words[0] + " " + words[1];
        }
    }

    /** None was found; only a gateway that exists can do without. */
    record None(String why) implements LoginKey {}
}
