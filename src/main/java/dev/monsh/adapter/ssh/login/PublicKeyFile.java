package dev.monsh.adapter.ssh.login;

import dev.monsh.edit.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The public half of a key file, which OpenSSH keeps beside it as {@code FILE.pub}. */
final class PublicKeyFile {

    private PublicKeyFile() {}

    /** Returns the key as SSH carries it; no bytes where there is none beside the file. */
    static Bytes blob(Path keyFile) {
        try {
            Path beside = keyFile.resolveSibling(keyFile.getFileName() + ".pub");
            String[] words = Files.readString(beside, StandardCharsets.ISO_8859_1)
                    .strip()
                    .split("\\s+");
            return words.length < 2 ? Bytes.NONE : Bytes.of(Base64.getDecoder().decode(words[1]));
        } catch (IOException | IllegalArgumentException e) {
            return Bytes.NONE;
        }
    }
}
