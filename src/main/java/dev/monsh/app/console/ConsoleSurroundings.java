package dev.monsh.app.console;

import dev.monsh.box.ConsoleSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** What the console finds around it. */
public record ConsoleSurroundings(
        Map<String, String> environment,
        Path home,
        Path workingFolder,
        InstantSource clock,
        Supplier<ConsoleSettings> settings) {}
