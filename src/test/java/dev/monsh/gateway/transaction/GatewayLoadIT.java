package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.edit.Bytes;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Changes of a gateway that people are using. */
@LongRunning
class GatewayLoadIT extends GatewayCase {

    private static final int CHANGES = 20;

    @Test
    void twentyChangesInARowFailNoRequestAndLeaveNoOldWorker() throws InterruptedException {
        List<Integer> mapped = new CopyOnWriteArrayList<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Thread client = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                for (int each : mapped) {
                    ask(each, failures, answers);
                }
            }
        });
        List<Long> millis = new ArrayList<>();
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            String text = before;
            for (int i = 0; i < CHANGES; i++) {
                int added = lab.ports().free();
                text += server(added, "mapping " + i);
                long start = System.nanoTime();
                GatewayReading reading = read(transaction);
                transaction.apply(ChangePlan.of(
                        reading.file(), Bytes.of(text), List.of(PortClaim.of(added)), "map add box-" + i));
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                mapped.add(added);
            }
        } finally {
            ended.set(true);
            client.join();
        }

        assertThat(failures).isEmpty();
        assertThat(answers.get()).isGreaterThan(CHANGES);
        assertThat(mapped).hasSize(CHANGES);
        int configured = 2;
        LabFiles.await(
                "the end of old workers",
                Duration.ofSeconds(5),
                () -> lab.nginx().workers().size() <= configured);
        assertThat(lab.nginx().workers()).hasSize(configured);
        System.out.println("milliseconds per change under load: " + millis);
    }

    private static void ask(int port, Queue<String> failures, AtomicInteger answers) {
        try {
            if (get(port).startsWith("mapping ")) {
                answers.incrementAndGet();
            } else {
                failures.add("another answer on " + port);
            }
        } catch (IOException e) {
            failures.add(port + ": " + e);
        }
    }
}
