package dev.monsh.stack.reload;

import dev.monsh.os.Pace;
import dev.monsh.stack.Probe;
import dev.monsh.stack.drift.ConfigurationCheck;
import dev.monsh.stack.drift.Observer;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.ServerControl;
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
        Consumer<Path> judge,
        Pace pace) {}
