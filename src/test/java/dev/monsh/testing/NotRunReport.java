package dev.monsh.testing;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Ends a test run in which something could not run on this machine with one line that counts it, by reason. */
public final class NotRunReport implements TestExecutionListener {

    private final Map<String, Long> byReason = new TreeMap<>();
    private TestPlan plan;

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
        count(identifier, reason);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            String reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
            count(identifier, reason.replaceFirst("^Assumption failed: ", ""));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan testPlan) {
        if (byReason.isEmpty()) {
            return;
        }
        long all = byReason.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder line = new StringBuilder("Not run on this machine: " + all + " tests");
        String separator = ": ";
        for (Map.Entry<String, Long> each : byReason.entrySet()) {
            line.append(separator)
                    .append(each.getValue())
                    .append(" (")
                    .append(each.getKey())
                    .append(')');
            separator = ", ";
        }
        System.out.println(line);
    }

    /** A class that is aborted takes its tests with it. */
    private void count(TestIdentifier identifier, String reason) {
        long tests = identifier.isTest()
                ? 1
                : Math.max(
                        1,
                        plan.getDescendants(identifier).stream()
                                .filter(TestIdentifier::isTest)
                                .count());
        byReason.merge(reason.lines().findFirst().orElse(reason), tests, Long::sum);
    }
}
