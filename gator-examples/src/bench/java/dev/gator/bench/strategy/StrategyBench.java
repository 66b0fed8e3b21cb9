package dev.gator.bench.strategy;

import com.sun.management.ThreadMXBean;
import dev.gator.budget.Budget;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.orchestration.deliberate.Consensus;
import dev.gator.orchestration.route.Route;
import dev.gator.orchestration.route.Router;
import dev.gator.resilience.Breaker;
import dev.gator.resilience.Fallback;
import dev.gator.resilience.HedgePolicy;
import dev.gator.resilience.Hedged;
import dev.gator.resilience.LimitPolicy;
import dev.gator.resilience.Limited;
import dev.gator.resilience.cache.CachePolicy;
import dev.gator.resilience.cache.Cached;
import dev.gator.resilience.rate.Rate;
import dev.gator.resilience.rate.RateLimiter;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Money;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Prints, in one run: consensus over its slowest member, the cost of the full stack, fallback, hedging. */
public final class StrategyBench {

    private StrategyBench() {}

    /** Runs all of it. */
    public static void main(String[] args) throws Exception {
        consensus();
        overhead();
        fallback();
        hedging();
        Soak.run(args.length > 0 ? Integer.parseInt(args[0]) : 60);
        System.exit(0);
    }

    private static void consensus() {
        WireReply slow = WireReply.json(Service.ANSWER).delayed(Duration.ofMillis(200));
        try (Service service = Service.behaving(request -> slow)) {
            List<ChatModel> members = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                members.add(service.model("member-" + i));
            }
            ChatModel consensus = Consensus.of(members.toArray(ChatModel[]::new));
            double alone = median(15, () -> members.get(0).chat("Which city?"));
            double together = median(15, () -> consensus.chat("Which city?"));
            System.out.printf(
                    "consensus of five models of 200 ms: alone %.1f ms, together %.1f ms, ratio %.3f (goal 1.15)%n",
                    alone, together, together / alone);
        }
    }

    private static void overhead() throws InterruptedException {
        BareModel bare = BareModel.named("bench:bare");
        ChatModel stack = stack(bare);
        Budget budget = Budget.of("bench", Limit.of(Money.usd("1000000")));
        CallContext context = CallContext.create().withSpending(budget);
        AtomicLong number = new AtomicLong(); // a new question each time, so that the cache misses
        for (int i = 0; i < 5; i++) {
            measure(20_000, () -> bare.chat(question(context, number)));
            measure(20_000, () -> stack.chat(question(context, number)));
        }
        double[] without = measure(100_000, () -> bare.chat(question(context, number)));
        double[] with = measure(100_000, () -> stack.chat(question(context, number)));
        System.out.printf(
                "router + cache miss + limiter + budget + breaker: %.2f us and %.0f bytes over the bare model"
                        + " (goal 20 us, 4096 bytes)%n",
                with[0] - without[0], with[1] - without[1]);
        System.out.printf("the same stack from 16 threads: %,.0f calls per second (goal 1,000)%n", rate(stack, context, number));
    }

    private static ChatModel stack(ChatModel bare) {
        RateLimiter limiter = RateLimiter.of(Rate.requests(1_000_000_000L, Duration.ofMinutes(1)));
        ChatModel guarded = Breaker.of(Budgeted.of(Limited.of(bare, limiter, LimitPolicy.perTenant())));
        ChatModel cached = Cached.of(guarded, CachePolicy.defaults());
        return Router.of(Route.to(cached), Route.to(BareModel.named("bench:other")).quality(0.1));
    }

    private static ChatRequest question(CallContext context, AtomicLong number) {
        return ChatRequest.of("Which city is number " + number.incrementAndGet() + "?").withContext(context);
    }

    private static double rate(ChatModel stack, CallContext context, AtomicLong number) throws InterruptedException {
        int threads = 16;
        int each = 20_000;
        CountDownLatch done = new CountDownLatch(threads);
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int n = 0; n < each; n++) {
                            stack.chat(question(context, number));
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        return threads * (double) each / ((System.nanoTime() - start) / 1e9);
    }

    private static void fallback() {
        int calls = 20_000;
        WireReply good = WireReply.json(Service.ANSWER);
        WireReply bad = WireReply.status(503);
        try (Service failing = Service.behaving(request -> bad);
                Service second = Service.behaving(request -> good);
                Service third = Service.behaving(request -> good)) {
            ChatModel model = Fallback.of(
                    Breaker.of(failing.model("first")), Breaker.of(second.model("second")), third.model("third"));
            int answered = 0;
            for (int i = 0; i < calls; i++) {
                answered += succeeds(model) ? 1 : 0;
            }
            System.out.printf(
                    "one of three providers fails: %.4f %% of %,d calls answered (goal 99.99 %%); the failing one was"
                            + " asked %,d times%n",
                    100.0 * answered / calls, calls, failing.requests());
        }
    }

    private static void hedging() {
        int calls = 2_000;
        WireReply fast = WireReply.json(Service.ANSWER).delayed(Duration.ofMillis(5));
        WireReply slow = WireReply.json(Service.ANSWER).delayed(Duration.ofMillis(200));
        AtomicLong asked = new AtomicLong();
        try (Service service = Service.behaving(r -> asked.incrementAndGet() % 40 == 0 ? slow : fast)) {
            ChatModel plain = service.model("bimodal");
            ChatModel hedged = Hedged.of(plain, HedgePolicy.after(Duration.ofMillis(20)));
            double alone = percentile(calls, 0.99, plain);
            long before = service.requests();
            double helped = percentile(calls, 0.99, hedged);
            long extra = service.requests() - before - calls;
            System.out.printf(
                    "bimodal provider, p99: plain %.1f ms, hedged %.1f ms, %.1f times less (goal 3) at %.1f %% extra"
                            + " calls (goal 10 %%)%n",
                    alone, helped, alone / helped, 100.0 * extra / calls);
        }
    }

    private static boolean succeeds(ChatModel model) {
        try {
            return model.chat("Which city?").contains("Lisbon");
        } catch (GatorException e) {
            return false;
        }
    }

    private static double percentile(int calls, double share, ChatModel model) {
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            millis[i] = time(() -> model.chat("Which city?"));
        }
        Arrays.sort(millis);
        return millis[(int) (share * (calls - 1))];
    }

    private static double median(int runs, Runnable action) {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            millis[i] = time(action);
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }

    private static double time(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns processor microseconds and bytes for each run, of this thread alone. */
    private static double[] measure(int runs, Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            action.run();
        }
        return new double[] {
            (threads.getCurrentThreadCpuTime() - nanos) / 1e3 / runs,
            (threads.getCurrentThreadAllocatedBytes() - bytes) / (double) runs
        };
    }
}
