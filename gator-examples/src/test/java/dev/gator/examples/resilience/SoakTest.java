package dev.gator.examples.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.resilience.Breaker;
import dev.gator.resilience.BreakerPolicy;
import dev.gator.resilience.Bulkhead;
import dev.gator.resilience.BulkheadPolicy;
import dev.gator.resilience.Fallback;
import dev.gator.resilience.RetryPolicy;
import dev.gator.resilience.Retrying;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand conversations at once over services that fail in every twentieth call. */
@Timeout(120)
class SoakTest {

    private static final int CONVERSATIONS = 1_000;
    private static final int TURNS = 3;
    private static final String[] WORDS = {"one ", "two ", "three ", "four ", "five"};

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void losesNoEventAndLeaksNothing() {
        int threadsBefore = gatorThreads();
        long filesBefore = openFiles();
        try (Service one = Service.answering(this::flaky);
                Service two = Service.answering(this::flaky)) {
            ChatModel model = Retrying.of(
                    Fallback.of(guarded(one), guarded(two)),
                    RetryPolicy.defaults()
                            .withWaits(Duration.ofMillis(1), Duration.ofMillis(20))
                            .withShare(1));
            List<CompletableFuture<Void>> talks = new ArrayList<>();
            CallContext context = CallContext.create().withTimeout(Duration.ofSeconds(90));
            for (int i = 0; i < CONVERSATIONS; i++) {
                CallContext own = context.withOwner(Owner.of("tenant" + i % 7, "user" + i));
                talks.add(CompletableFuture.runAsync(() -> talk(model, own), own.workers()));
            }
            talks.forEach(CompletableFuture::join);

            assertTrue(requests.get() > CONVERSATIONS * TURNS, "faults were met: " + requests);
        }
        assertTrue(eventually(() -> gatorThreads() <= threadsBefore), () -> "threads left: " + gatorThreads());
        assertTrue(eventually(() -> openFiles() <= filesBefore + 8), () -> "files left: " + openFiles());
    }

    private static ChatModel guarded(Service service) {
        BreakerPolicy patient = BreakerPolicy.defaults().withFailureRate(0.9);
        BulkheadPolicy places = BulkheadPolicy.of(50).withQueue(CONVERSATIONS).withPatience(Duration.ofSeconds(60));
        return Breaker.of(Bulkhead.of(service.model(), places), patient);
    }

    private static void talk(ChatModel model, CallContext context) {
        for (int turn = 0; turn < TURNS; turn++) {
            ChatRequest request = ChatRequest.of("turn " + turn).withContext(context);
            List<String> words = new ArrayList<>();
            try (ChatStream stream = model.stream(request)) {
                int finished = 0;
                for (ChatEvent event : stream) {
                    if (event instanceof ChatEvent.TextDelta delta) {
                        words.add(delta.text());
                    }
                    finished += event instanceof ChatEvent.Finished ? 1 : 0;
                }
                assertEquals(1, finished);
                assertEquals(List.of(WORDS), words, "each word once and in order");
                assertEquals(String.join("", WORDS), stream.reply().text());
            }
        }
    }

    private WireReply flaky(RecordedRequest request) {
        return switch (requests.incrementAndGet() % 80) {
            case 0 -> Service.failing(WireFailure.SERVER_ERROR);
            case 20 -> Service.streamed(WORDS).resetBeforeHead();
            case 40 -> Service.streamed(WORDS).cutAfter(0);
            case 60 -> Service.failing(WireFailure.RATE_LIMITED);
            default -> Service.streamed(WORDS);
        };
    }

    private static int gatorThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("gator-"))
                .count();
    }

    private static long openFiles() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return condition.getAsBoolean();
    }
}
