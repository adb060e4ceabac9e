package dev.monsh.adapter.docker;

import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Compose's plain progress, lines such as {@code Container pm-loki-1  Starting} (docker/compose, pkg/progress). */
final class ComposeSteps implements Consumer<String> {

    private static final Pattern CONTAINER = Pattern.compile("\\s*Container (\\S+)\\s+(\\w+).*");
    private static final Pattern IMAGE = Pattern.compile("\\s*(\\S+) (Pulling|Pulled)\\s*");

    private final Stack stack;
    private final ProgressListener listener;
    private final List<Ended> ended = new ArrayList<>();

    ComposeSteps(Stack stack, ProgressListener listener) {
        this.stack = stack;
        this.listener = listener;
    }

    @Override
    public void accept(String line) {
        Matcher image = IMAGE.matcher(line);
        if (image.matches()) {
            String name = image.group(1);
            listener.on(image.group(2).equals("Pulling") ? new Progress.Pulling(name) : new Progress.Pulled(name));
            return;
        }
        Matcher container = CONTAINER.matcher(line);
        if (container.matches()) {
            step(service(container.group(1)), container.group(2));
        }
    }

    private void step(String service, String step) {
        switch (step) {
            case "Starting", "Restarting" -> listener.on(new Progress.Starting(service));
            case "Stopping" -> listener.on(new Progress.Stopping(service, 0));
            case "Removed" -> {
                ended.add(new Ended(service, 0, false));
                listener.on(new Progress.Stopped(service, 0, false));
            }
            default -> {
                // what lies between is of no interest to who waits
            }
        }
    }

    /** Returns the services whose containers were removed. */
    List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** Returns the service of a container; by Compose's rule it is called PROJECT-SERVICE-NUMBER, unless the file names it. */
    private String service(String container) {
        return stack.services().stream()
                .map(StackService::name)
                .filter(name ->
                        container.equals(name) || container.matches(".*[-_]" + Pattern.quote(name) + "[-_]\\d+"))
                .findFirst()
                .orElse(container);
    }
}
