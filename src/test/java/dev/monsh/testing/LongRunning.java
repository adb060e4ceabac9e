package dev.monsh.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that take minutes because they kill, break and repeat. A build with {@code CI=true} runs them; any other counts them
 * in its last line, so that who tries the project has an answer in ten minutes.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LongRunning.InCi.class)
public @interface LongRunning {

    /** Lets them run with {@code CI=true} only. */
    final class InCi implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return "true".equals(System.getenv("CI"))
                    ? ConditionEvaluationResult.enabled("CI=true")
                    : ConditionEvaluationResult.disabled("long; CI=true mvn verify runs them");
        }
    }
}
