package dev.monsh.testing;

import java.nio.file.Path;
import java.util.Objects;

/** The folders that the build tells the integration tests of. */
public final class Distribution {

    private Distribution() {}

    /** Returns the folder of the distribution that was just built: {@code bin} and {@code lib}. */
    public static Path folder() {
        return property("monsh.dist");
    }

    /** Returns the folder of the project's sources. */
    public static Path project() {
        return property("monsh.project");
    }

    private static Path property(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty(name), name + " is set by the build"));
    }
}
