package dev.monsh.app.sources;

import dev.monsh.cloud.CloudAccounts;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The AWS SDK and the adapter to it. In a distribution they are in {@code lib/aws.jar}, beside the program's own jar:
 * ten thousand classes would make the program's jar slow to open for every other command. Where file not found,
 * as in a development tree, they are on the class path.
 */
final class AwsLibrary {

    private static final String JAR = "aws.jar";

    private @Nullable CloudAccounts accounts;

    /**
     * Loads the library, once.
     *
     * @throws ConfigurationException where it is missing
     */
    CloudAccounts accounts() {
        if (accounts == null) {
            accounts = ServiceLoader.load(CloudAccounts.class, loader())
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException(
                            List.of(new Problem("lib/" + JAR, 0, 0, "missing from this distribution of monsh"))));
        }
        return accounts;
    }

    private static ClassLoader loader() {
        ClassLoader own = AwsLibrary.class.getClassLoader();
        Path jar = beside(AwsLibrary.class.getProtectionDomain().getCodeSource());
        if (jar == null || !Files.isRegularFile(jar)) {
            return own;
        }
        try {
            // open as long as the program runs: its classes load more of themselves at any time
            return new URLClassLoader("aws", new URL[] {jar.toUri().toURL()}, own);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file's URL is always well formed", e);
        }
    }

    private static @Nullable Path beside(@Nullable CodeSource source) {
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling(JAR);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
