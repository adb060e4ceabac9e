package dev.monsh.testing.docker;

import dev.monsh.testing.Needed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link DockerLab} to tests, one for all classes. Where its programs are not found the tests are skipped, but for
 * builds with {@code CI=true}, where they fail: there nobody would notice.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithDockerLab.Starter.class)
public @interface WithDockerLab {

    /** Starts it for the first test that takes one as a parameter; JUnit closes it after the last class. */
    final class Starter implements BeforeAllCallback, ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Starter.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            List<String> missing = DockerLab.missing();
            if (missing.isEmpty()) {
                return;
            }
            String reason = "a Docker lab needs " + String.join(", ", missing)
                    + " on PATH or in MONSH_IT_PATH (.ci/docker fetches them)";
            throw Needed.missing(reason);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DockerLab.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(DockerLab.class, key -> DockerLab.start(), DockerLab.class);
        }
    }
}
