package dev.monsh.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a reload works with.
 *
 * @param judge fails where a process-exporter would not take that file, since the program itself has no check
 */
public record ReloadTools(
        Engine engine,
        Observer observer,
        ServerControl control,
        Probe probe,
        ReloadTrigger trigger,
        ConfigurationCheck configurations,
        Consumer<Path> judge) {}
