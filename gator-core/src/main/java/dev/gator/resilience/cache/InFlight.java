package dev.gator.resilience.cache;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatReply;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Equal requests at the same time: the first one asks, the others wait for its reply. Thread-safe. */
final class InFlight {

    private final ConcurrentMap<CacheKey, Flight> flights = new ConcurrentHashMap<>();

    /** Returns the reply of a call for that key that is under way, or null if there is none whose end helps. */
    @Nullable
    ChatReply join(CacheKey key, CallContext context) {
        Flight flight = flights.get(key);
        return flight == null ? null : flight.await(context);
    }

    /** Asks, or waits for whoever asks the same already. {@code joined} runs if it was the latter. */
    ChatReply ask(CacheKey key, CallContext context, Supplier<ChatReply> question, Runnable joined) {
        while (true) {
            Flight mine = new Flight();
            Flight other = flights.putIfAbsent(key, mine);
            if (other == null) {
                return lead(key, mine, question);
            }
            ChatReply reply = other.await(context);
            if (reply != null) {
                joined.run();
                return reply;
            }
        }
    }

    private ChatReply lead(CacheKey key, Flight mine, Supplier<ChatReply> question) {
        ChatReply reply = null;
        GatorException failure = null;
        try {
            reply = question.get();
            return reply;
        } catch (GatorException e) {
            failure = e;
            throw e;
        } finally {
            flights.remove(key, mine);
            mine.land(reply, failure);
        }
    }

    private static final class Flight {
        private final List<Cancellation> waiting = new ArrayList<>();
        private boolean landed;
        private @Nullable ChatReply reply;
        private @Nullable GatorException failure;

        /** Returns the reply, or null if the other call ended for reasons of its own. */
        @Nullable
        ChatReply await(CallContext context) {
            Cancellation bell = Cancellation.create();
            synchronized (this) {
                if (!landed) {
                    waiting.add(bell);
                }
            }
            sleep(context, bell);
            context.check();
            synchronized (this) {
                if (failure != null && isEverybodys(failure)) {
                    throw new GatorException(
                            failure.code(),
                            failure.detail(),
                            failure,
                            failure.retryAfter().orElse(null));
                }
                return reply;
            }
        }

        /** A failure of the model is everybody's; a key, deadline, budget or cancellation only the other caller's. */
        private static boolean isEverybodys(GatorException failure) {
            return failure.retryable() || failure.category() == ErrorCategory.NOT_FOUND;
        }

        private void sleep(CallContext context, Cancellation bell) {
            synchronized (this) {
                if (landed) {
                    return;
                }
            }
            try (Cancellation.Registration ignored = context.cancellation().onCancel(bell::cancel)) {
                context.time().sleep(context.deadline().remaining(), bell);
            } catch (GatorException e) {
                if (e.category() != ErrorCategory.CANCELLED || e.code() == CallError.INTERRUPTED) {
                    throw e;
                }
            }
        }

        void land(@Nullable ChatReply landedReply, @Nullable GatorException problem) {
            List<Cancellation> due;
            synchronized (this) {
                landed = true;
                reply = landedReply;
                failure = problem;
                due = List.copyOf(waiting);
            }
            due.forEach(Cancellation::cancel);
        }
    }
}
