package dev.monsh.adapter.nativeengine.packages;

import dev.monsh.failure.UnreachableException;
import dev.monsh.stack.Service;
import dev.monsh.stack.engine.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers' programs: found, or else fetched. */
public final class Programs {

    private final ProgramFinder finder;
    private final DebianPackages packages;

    public Programs(ProgramFinder finder, DebianPackages packages) {
        this.finder = finder;
        this.packages = packages;
    }

    /** Returns whether a service's program is there or can be fetched. */
    public boolean isAtHand(Service service) {
        return finder.find(service).isPresent()
                || ProgramFinder.debianPackage(service).isPresent();
    }

    /**
     * Returns the program of each service.
     *
     * @throws dev.monsh.failure.MonshException when one is neither there nor can be fetched
     */
    public Map<Service, Path> require(Collection<Service> services, ProgressListener listener) {
        List<String> missing = new ArrayList<>();
        for (Service service : services) {
            if (finder.find(service).isEmpty()) {
                missing.add(ProgramFinder.debianPackage(service).orElseThrow(() -> absent(service)));
            }
        }
        if (!missing.isEmpty()) {
            packages.fetch(missing, listener);
        }
        Map<Service, Path> programs = new EnumMap<>(Service.class);
        for (Service service : services) {
            Optional<Path> program = finder.find(service);
            programs.put(service, program.orElseThrow(() -> absent(service)));
        }
        return programs;
    }

    private static UnreachableException absent(Service service) {
        return new UnreachableException(
                service.label(),
                "program not found: " + String.join(" or ", ProgramFinder.programs(service)) + " on the PATH");
    }
}
