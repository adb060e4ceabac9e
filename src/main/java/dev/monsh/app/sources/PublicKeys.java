package dev.monsh.app.sources;

import dev.monsh.cloud.launch.LoginKey;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user's public keys of SSH, of the two kinds that EC2 imports (ImportKeyPair). */
final class PublicKeys {

    private static final List<String> USUAL = List.of("id_ed25519.pub", "id_rsa.pub");

    private final Path home;

    PublicKeys(Path home) {
        this.home = home;
    }

    /** Returns the first of the usual ones that is there. */
    LoginKey usual() {
        Path folder = home.resolve(".ssh");
        return USUAL.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .<LoginKey>map(this::read)
                .orElseGet(() -> new LoginKey.None("no public key found in " + folder + " (" + String.join(", ", USUAL)
                        + "); make one, or name a key pair of the account with --key"));
    }

    /** Reads one; throws {@link UsageException} where it is none that EC2 takes. Never repeats what is in the file. */
    LoginKey read(Path file) {
        String text = new String(FileSnapshot.read(file).bytes(), StandardCharsets.UTF_8).strip();
        if (text.startsWith("-----BEGIN")) {
            throw new UsageException(
                    "--public-key " + file, "is a private key; name the public one, which ends in .pub");
        }
        if (!text.matches("(ssh-ed25519|ssh-rsa) [A-Za-z0-9+/]+=*( .*)?")) {
            throw new UsageException(
                    "--public-key " + file, "isn't a public key of SSH that EC2 imports: Ed25519 or RSA, on one line");
        }
        return new LoginKey.Imported(file, text);
    }
}
