package dev.monsh.stack.check;

import dev.monsh.failure.Spelling;
import dev.monsh.stack.ServiceSource;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the addresses by which servers name each other lead to a service of the stack. */
final class AddressCheck {

    private final StackReading reading;
    private final Findings findings;

    AddressCheck(StackReading reading, Findings findings) {
        this.reading = reading;
        this.findings = findings;
    }

    /** Checks an address under which a service should reach another; {@code what} describes it. */
    void run(StackService from, ServerFiles.Address address, String what) {
        if (from.image().isEmpty()) {
            return;
        }
        if (isLoopback(address.host())) {
            loopback(from, address, what);
            return;
        }
        Optional<StackService> named = named(address.host());
        if (named.isPresent()) {
            service(from, named.get(), address, what);
        } else if (!address.host().contains(".") && !address.host().contains(":")) {
            unknown(from, address, what);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private void loopback(StackService from, ServerFiles.Address address, String what) {
        boolean own =
                from.kind().filter(kind -> kind.usualPort() == address.port()).isPresent();
        if (!from.hostNetwork() && !own) {
            findings.error(
                    from,
                    address.place(),
                    what + " " + address.host() + ":" + address.port() + " points to the container of " + from.name()
                            + " itself, where nothing else listens",
                    "use the service name instead");
        }
    }

    /** The names that Compose's own resolver answers: of the service, and of its container. */
    private Optional<StackService> named(String host) {
        return reading.stack().services().stream()
                .filter(service -> service.name().equals(host)
                        || reading.source(service)
                                .flatMap(ServiceSource::containerName)
                                .filter(host::equals)
                                .isPresent())
                .findFirst();
    }

    private void service(StackService from, StackService to, ServerFiles.Address address, String what) {
        if (from.hostNetwork() || to.hostNetwork()) {
            findings.error(
                    from,
                    address.place(),
                    what + " " + address.host() + " can't be resolved: one of the two uses the host network,"
                            + " where service names are unknown",
                    "remove network_mode: host");
            return;
        }
        boolean listens = to.kind().isEmpty()
                || to.kind().get().usualPort() == address.port()
                || to.ports().stream().anyMatch(port -> port.target() == address.port());
        if (!listens) {
            findings.error(
                    from,
                    address.place(),
                    what + " " + address.host() + ":" + address.port() + ": " + to.name() + " listens on "
                            + to.kind().get().usualPort(),
                    published(to, address.port())
                            ? "published ports only apply outside the containers"
                            : "use the right port");
        }
    }

    private static boolean published(StackService service, int port) {
        return service.ports().stream().anyMatch(each -> each.published() == port);
    }

    private void unknown(StackService from, ServerFiles.Address address, String what) {
        List<String> names = new ArrayList<>();
        reading.stack().services().forEach(service -> names.add(service.name()));
        Optional<String> near = names.stream()
                .filter(name -> name.replace('_', '-').equals(address.host().replace('_', '-')))
                .findFirst()
                .or(() -> Spelling.nearest(address.host(), names));
        String message = what + " " + address.host() + ": no service has this name";
        if (near.isPresent()) {
            findings.error(from, address.place(), message, "did you mean " + near.get() + "?");
        } else {
            findings.warning(from, address.place(), message, "the services are " + String.join(", ", names));
        }
    }
}
