package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link RealPrometheus} to tests, one for all classes. Where its programs are not installed the tests are skipped,
 * but for builds with {@code CI=true}, where they fail: there nobody would notice.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithRealPrometheus.Starter.class)
public @interface WithRealPrometheus {

    /** Starts it before the first class that asks for it; JUnit closes it after the last. */
    final class Starter implements BeforeAllCallback, ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Starter.class);

        private record Started(Path folder, Optional<RealPrometheus> server) implements AutoCloseable {

            static Started now() {
                try {
                    Path folder = Files.createTempDirectory("monsh-it");
                    return new Started(folder, RealPrometheus.start(folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() throws IOException {
                server.ifPresent(RealPrometheus::close);
                try (Stream<Path> files = Files.walk(folder)) {
                    List<Path> deepestFirst =
                            files.sorted(Comparator.reverseOrder()).toList();
                    for (Path file : deepestFirst) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            if (started(context).server().isEmpty()) {
                String reason = "prometheus and prometheus-process-exporter are neither on PATH nor in monsh.it.path"
                        + " (apt install prometheus prometheus-process-exporter)";
                throw Needed.missing(reason);
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RealPrometheus.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return started(context).server().orElseThrow();
        }

        private static Started started(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(Started.class, key -> Started.now(), Started.class);
        }
    }
}
