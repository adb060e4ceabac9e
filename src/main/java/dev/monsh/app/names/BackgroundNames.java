package dev.monsh.app.names;

import dev.monsh.cli.completion.Name;
import dev.monsh.failure.MonshException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers for their names on threads of its own. Who wants names gets what is known, after a short wait at most; an
 * answer that comes later is there for the next key.
 */
final class BackgroundNames {

    /** A server that has failed is left alone for a while, or every key would ask it again. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final NameStore store;
    private final InstantSource clock;
    private final Patience patience;
    private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();
    private final Map<String, Failure> failed = new ConcurrentHashMap<>();
    private volatile Optional<Runnable> awaiting = Optional.empty();
    private volatile @Nullable Thread asker;
    private volatile long deadline;
    private volatile Optional<NameState> state = Optional.empty();

    /**
     * How long names are waited for and believed.
     *
     * @param most how long all questions of one completion may take together
     * @param fresh how old an answer may be before the server is asked again
     */
    record Patience(Duration most, Duration fresh) {}

    /** Asks a server. May take its time and be interrupted. */
    interface Question {
        /** Returns the names. */
        List<Name> ask();
    }

    private record Failure(Instant when, String why) {}

    BackgroundNames(NameStore store, InstantSource clock, Patience patience) {
        this.store = store;
        this.clock = clock;
        this.patience = patience;
    }

    /** Says that a completion begins: the time for its questions runs from now. */
    void begin() {
        asker = Thread.currentThread();
        deadline = System.nanoTime() + patience.most().toNanos();
        state = Optional.empty();
    }

    /** Returns what is worth telling about the names that the last completion used. */
    Optional<NameState> state() {
        return state;
    }

    /** Calls the listener once when the next answer comes, if one is awaited. */
    void whenNamesCome(Runnable listener) {
        if (state.filter(NameState.Asking.class::isInstance).isPresent()) {
            awaiting = Optional.of(listener);
            if (running.isEmpty()) {
                // the answer came meanwhile
                tellAwaiting();
            }
        }
    }

    private void tellAwaiting() {
        Optional<Runnable> listener = awaiting;
        awaiting = Optional.empty();
        listener.ifPresent(Runnable::run);
    }

    /** Returns what is known now, without asking. */
    List<Name> known(String server, String what) {
        return store.find(server, what).map(KnownNames::names).orElse(List.of());
    }

    /** Returns when what is known now was right; empty where nothing is known. */
    Optional<Instant> asOf(String server, String what) {
        return store.find(server, what).map(KnownNames::asOf);
    }

    /** Returns the names that are known, after asking where they are missing or old. */
    List<Name> names(String server, String what, Question question) {
        Optional<KnownNames> known = store.find(server, what);
        if (known.isPresent() && isFresh(known.get())) {
            return known.get().names();
        }
        String key = server + "\n" + what;
        Failure failure = failed.get(key);
        boolean resting = failure != null && failure.when().plus(REST).isAfter(clock.instant());
        if (!resting) {
            CountDownLatch answered = running.computeIfAbsent(key, each -> start(each, server, what, question));
            // old names are shown at once; only for the first ones a moment is worth waiting
            await(answered, known.isPresent());
        }
        Optional<KnownNames> now = store.find(server, what);
        note(key, now);
        return now.map(KnownNames::names).orElse(List.of());
    }

    private boolean isFresh(KnownNames known) {
        return known.asOf().plus(patience.fresh()).isAfter(clock.instant());
    }

    private CountDownLatch start(String key, String server, String what, Question question) {
        CountDownLatch answered = new CountDownLatch(1);
        Thread.ofVirtual().name("names").start(() -> {
            try {
                List<Name> names = question.ask();
                store.put(server, what, new KnownNames(names, clock.instant()));
                failed.remove(key);
            } catch (MonshException e) {
                failed.put(key, new Failure(clock.instant(), e.why()));
            } catch (RuntimeException e) {
                failed.put(key, new Failure(clock.instant(), e.toString()));
            } finally {
                running.remove(key);
                answered.countDown();
                noteAnswer(key);
                tellAwaiting();
            }
        });
        return answered;
    }

    /** What was awaited is there, or is known not to come. */
    private void noteAnswer(String key) {
        Optional<NameState> before = state;
        if (running.isEmpty()
                && before.filter(NameState.Asking.class::isInstance).isPresent()) {
            Optional<Instant> asOf = before.get().asOf();
            state = Optional.ofNullable(failed.get(key)).map(failure -> new NameState.NoAnswer(failure.why(), asOf));
        }
    }

    private void await(CountDownLatch answered, boolean known) {
        long left = deadline - System.nanoTime();
        if (known) {
            left = Math.min(left, patience.most().toNanos() / 4);
        }
        try {
            answered.await(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void note(String key, Optional<KnownNames> known) {
        // who prepares names that nobody has asked for yet has nothing to tell
        if ((known.isPresent() && isFresh(known.get())) || Thread.currentThread() != asker) {
            return;
        }
        Failure failure = failed.get(key);
        Optional<Instant> asOf = known.map(KnownNames::asOf);
        state = Optional.of(failure == null ? new NameState.Asking(asOf) : new NameState.NoAnswer(failure.why(), asOf));
    }
}
