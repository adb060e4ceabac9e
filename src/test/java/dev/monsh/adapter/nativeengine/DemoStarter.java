package dev.monsh.adapter.nativeengine;

import dev.monsh.stack.engine.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A monsh of its own for a test: starts the demo in the home of its first word, and kills itself at a given step. */
final class DemoStarter {

    private DemoStarter() {}

    public static void main(String[] words) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        int lastStep = Integer.parseInt(words[1]);
        AtomicInteger steps = new AtomicInteger();
        ProgressListener listener = progress -> {
            System.out.println(progress);
            if (steps.incrementAndGet() == lastStep) {
                killMyself();
            }
        };
        System.out.println(new NativeDemo(environment, Path.of(words[0])).start(listener));
    }

    private static void killMyself() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -9 $PPID").start().waitFor();
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
