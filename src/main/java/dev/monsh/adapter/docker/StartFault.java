package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.mount.Mount;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.PortOwners;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains why Compose could not start a stack, and which service caused it. The phrases are moby's. */
final class StartFault {

    private static final Pattern PORT = Pattern.compile(
            "(?:Bind for \\S*?:(\\d+) failed: port is already allocated|:(\\d+): bind: address already in use)");
    private static final Pattern ADDRESS =
            Pattern.compile("listen tcp\\d? (\\S+):(\\d+): bind: cannot assign requested address");
    private static final Pattern NAME =
            Pattern.compile("container name \"/?([^\"]+)\" is already in use by container \"?([0-9a-f]{12})");
    private static final Pattern BIND_SOURCE = Pattern.compile("bind source path does not exist: (\\S+)");
    private static final Pattern MOUNT = Pattern.compile("error mounting \"([^\"]+)\" to rootfs at \"([^\"]+)\"");
    private static final Pattern PULL = Pattern.compile("(?m)^\\s*(\\S+) Error (.+)$");
    private static final Pattern NO_IMAGE = Pattern.compile("No such image: (\\S+)");
    private static final Pattern PROGRAM = Pattern.compile("exec: \"([^\"]+)\"");

    private final Stack stack;
    private final ProgramRun.Ended output;
    private final String said;
    private final Containers containers;
    private final PortOwners owners;

    StartFault(Stack stack, ProgramRun.Ended output, Containers containers, PortOwners owners) {
        this.stack = stack;
        this.output = output;
        this.said = output.complaint();
        this.containers = containers;
        this.owners = owners;
    }

    MonshException explain() {
        EngineFault fault = new EngineFault(output);
        return fault.engine()
                .or(() -> find(PORT).map(this::portTaken))
                .or(() -> find(ADDRESS).map(this::noSuchAddress))
                .or(() -> find(NAME).map(this::nameTaken))
                .or(() -> find(BIND_SOURCE).map(match -> notThere(match.group(1))))
                .or(() -> find(MOUNT).map(this::badMount))
                .or(() -> find(NO_IMAGE).map(match -> imageMissing(byImage(match.group(1)), "No such image")))
                .or(() -> find(PULL).map(match -> imageMissing(match.group(1), match.group(2))))
                .or(this::disk)
                .or(() -> find(PROGRAM).map(this::noProgram))
                .orElseGet(() -> fault.explain(
                        "docker compose up",
                        stack.composeFile().map(Path::toString).orElse("Compose file")));
    }

    private Optional<Matcher> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private MonshException portTaken(Matcher match) {
        int port = Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
        String service = service(one -> one.ports().stream().anyMatch(published -> published.published() == port));
        String owner = containers
                .publishing(port)
                .map(name -> "the container " + name)
                .or(() -> owners.owner(port))
                .orElse("another process");
        return new ConflictException(
                service, "port " + port + " of this machine is taken by " + owner, "ss -ltnp 'sport = :" + port + "'");
    }

    private MonshException noSuchAddress(Matcher match) {
        int port = Integer.parseInt(match.group(2));
        String service = service(one -> one.ports().stream().anyMatch(published -> published.published() == port));
        return new RejectedException(
                service,
                "its port " + port + " is bound to " + match.group(1)
                        + ", which is not an address of this machine at the moment",
                "tailscale status");
    }

    private MonshException nameTaken(Matcher match) {
        String name = match.group(1);
        return new ConflictException(
                service(one -> name.contains(one.name())),
                "a container named " + name + " already exists and does not belong to this stack (" + match.group(2)
                        + ")",
                "docker inspect " + name);
    }

    private MonshException notThere(String source) {
        return new RejectedException(
                byMount(source), "mounts " + source + ", which does not exist", "monsh stack check");
    }

    private MonshException badMount(Matcher match) {
        return new RejectedException(
                byMount(match.group(1)),
                "mounts " + match.group(1) + " at " + match.group(2) + ": one of them is a file and the other a folder",
                "monsh stack check");
    }

    private MonshException imageMissing(String service, String reason) {
        String image = stack.find(service).map(StackService::image).orElse("");
        String what = "its image " + image + " is not on this machine and can't be pulled: ";
        if (reason.contains("manifest unknown") || reason.contains("not found")) {
            return new RejectedException(service, what + "the registry has no such image", "monsh stack check");
        }
        if (reason.contains("denied") || reason.contains("unauthorized")) {
            return new RefusedException(service, what + "the registry denied access", "docker login");
        }
        return new UnreachableException(
                service, what + "no registry answers (" + reason.strip() + ")", "docker pull " + image);
    }

    private Optional<MonshException> disk() {
        return said.contains("no space left on device")
                ? Optional.of(new RefusedException(
                        "docker", "the disk of the engine's data folder is full", "docker system df"))
                : Optional.empty();
    }

    private MonshException noProgram(Matcher match) {
        return new RejectedException(
                service(one -> one.command().contains(match.group(1))),
                "its program can't be run: " + new EngineFault(output).lastWords(),
                "monsh stack check");
    }

    private String byImage(String image) {
        return service(one -> one.image().equals(image));
    }

    private String byMount(String source) {
        return service(one -> one.mounts().stream().map(Mount::source).anyMatch(source::equals));
    }

    /** Names the service that it is about, or else what was tried. */
    private String service(Predicate<StackService> wanted) {
        return stack.services().stream()
                .filter(wanted)
                .map(StackService::name)
                .max(Comparator.comparingInt(String::length))
                .or(this::notStarted)
                .orElse("docker compose up");
    }

    /** The engine keeps with a container why it could not start it. */
    private Optional<String> notStarted() {
        return containers.of(stack).stream()
                .filter(container -> !container.error().isEmpty())
                .map(Container::service)
                .findFirst();
    }
}
