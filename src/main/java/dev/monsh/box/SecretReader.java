package dev.monsh.box;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a secret from where the configuration says it is. No message of this class holds any of it. */
public final class SecretReader {

    /** A key file can be long; a file of a mebibyte was named by mistake. */
    static final int LIMIT = 64 * 1024;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Map<String, String> environment;
    private final SecretCommand command;

    /** Takes the environment that variables are looked up in and that commands are run with. */
    public SecretReader(Map<String, String> environment) {
        this(environment, new SecretCommand(environment, SecretCommand.TIME_LIMIT));
    }

    SecretReader(Map<String, String> environment, SecretCommand command) {
        this.environment = Map.copyOf(environment);
        this.command = command;
    }

    /**
     * Reads the secret: a variable's value, or the first line of what a file holds or a command prints.
     *
     * @throws ConfigurationException where it is not there, empty, or open to others
     * @throws dev.monsh.failure.RefusedException where the file can't be read
     * @throws dev.monsh.failure.TimedOutException where the command takes longer than 10 s
     */
    public SecretValue read(Secret secret) {
        return switch (secret) {
            case Secret.FromEnvironment(String variable) -> fromEnvironment(variable);
            case Secret.FromFile(Path file) -> fromFile(file);
            case Secret.FromCommand(String line) -> command.run(line);
        };
    }

    private SecretValue fromEnvironment(String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            String state = value == null ? "is not set" : "is empty";
            throw fault(
                    "environment variable " + variable,
                    "it " + state + ", but the configuration reads a secret from it",
                    null);
        }
        return new SecretValue(value.toCharArray());
    }

    private static SecretValue fromFile(Path file) {
        if (Files.isDirectory(file)) {
            throw fault(file.toString(), "this is a folder, but the configuration reads a secret from it", null);
        }
        if (Files.notExists(file)) {
            throw fault(file.toString(), "file not found, but the configuration reads a secret from it", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            requirePrivate(file);
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw fault(file.toString(), "it is too long to hold a secret: over " + LIMIT + " bytes", null);
            }
            SecretValue value = firstLine(bytes);
            if (value.chars().length == 0) {
                throw fault(file.toString(), "its first line is empty, but must contain the secret", null);
            }
            return value;
        } catch (IOException e) {
            throw FileFailure.of("read the secret in " + file, e);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
            String mode = PosixFilePermissions.toString(permissions);
            throw fault(
                    file.toString(),
                    "others can read or change this secret (" + mode + ")",
                    new NextStep.Text("chmod 600 " + quoted(file)));
        }
    }

    /** POSIX.1-2017, Shell Command Language, section 2.2.2. */
    private static String quoted(Path file) {
        String text = file.toString();
        boolean plain = text.chars().allMatch(each -> Character.isLetterOrDigit(each) || "/._-+".indexOf(each) >= 0);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Decodes up to the first line break, and wipes the bytes. */
    static SecretValue firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, end));
        char[] chars = new char[decoded.length()];
        decoded.get(chars);
        Arrays.fill(bytes, (byte) 0);
        SecretValue value = new SecretValue(chars);
        Arrays.fill(chars, '\0');
        return value;
    }

    static ConfigurationException fault(String place, String message, @Nullable NextStep next) {
        return new ConfigurationException(List.of(new Problem(place, 0, 0, message)), next);
    }
}
