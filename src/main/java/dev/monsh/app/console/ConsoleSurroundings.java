package dev.monsh.app.console;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What the console finds around it. */
public record ConsoleSurroundings(
        Map<String, String> environment, Path home, Path workingFolder, InstantSource clock) {}
