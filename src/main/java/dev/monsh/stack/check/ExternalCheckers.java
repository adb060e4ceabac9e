package dev.monsh.stack.check;

import dev.monsh.failure.Finding;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks the servers' own programs, where they are at hand, what they think of a file. Each answer is empty where nobody can
 * be asked.
 */
public interface ExternalCheckers {

    /** Has the Compose file checked. */
    default Optional<List<Finding>> compose(Stack stack) {
        return Optional.empty();
    }

    /**
     * Has Prometheus's configuration checked.
     *
     * @param rules the files of rules on this machine
     */
    default Optional<List<Finding>> prometheus(String service, Path configuration, List<Path> rules) {
        return Optional.empty();
    }

    /** Has a server's configuration checked by the server itself. */
    default Optional<List<Finding>> server(Stack stack, StackService service) {
        return Optional.empty();
    }

    /** Returns checkers of which each file's first that answers counts. */
    static ExternalCheckers firstOf(List<ExternalCheckers> checkers) {
        return new ExternalCheckers() {
            @Override
            public Optional<List<Finding>> compose(Stack stack) {
                return checkers.stream()
                        .flatMap(each -> each.compose(stack).stream())
                        .findFirst();
            }

            @Override
            public Optional<List<Finding>> server(Stack stack, StackService service) {
                return checkers.stream()
                        .flatMap(each -> each.server(stack, service).stream())
                        .findFirst();
            }

            @Override
            public Optional<List<Finding>> prometheus(String service, Path configuration, List<Path> rules) {
                return checkers.stream()
                        .flatMap(each -> each.prometheus(service, configuration, rules).stream())
                        .findFirst();
            }
        };
    }
}
