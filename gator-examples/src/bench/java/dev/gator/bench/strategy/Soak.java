package dev.gator.bench.strategy;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.error.GatorException;
import dev.gator.persona.Persona;
import dev.gator.resilience.Retrying;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A thousand conversations at once over a service of which five in a hundred answers fail. */
final class Soak {

    private static final int CONVERSATIONS = 1_000;

    private Soak() {}

    static void run(int seconds) throws InterruptedException {
        int threadsBefore = Thread.activeCount();
        int filesBefore = descriptors();
        Tally tally = new Tally();
        WireReply good = WireReply.sse(script());
        List<WireReply> faults = List.of(
                WireReply.status(503),
                WireReply.sse(script().cutShort()),
                WireReply.sse(script()).resetBeforeHead(),
                WireReply.status(429).retryAfter(0));
        AtomicLong asked = new AtomicLong();
        try (Service service = Service.behaving(r -> {
            long number = asked.incrementAndGet();
            return number % 20 == 0 ? faults.get((int) (number / 20 % faults.size())) : good;
        })) {
            ChatModel model = Retrying.of(service.model("soaked"));
            try (Gator gator = Gator.builder().withoutDiscovery().model(model).build()) {
                talk(gator, tally, System.nanoTime() + seconds * 1_000_000_000L);
            }
        }
        Thread.sleep(500); // threads of closed connections end in their own time
        System.out.printf(
                "soak of %d s: %,d turns of %,d conversations, %,d failed with a code, %,d broken; threads %d -> %d,"
                        + " descriptors %d -> %d%n",
                seconds,
                tally.turns.get(),
                CONVERSATIONS,
                tally.failed.get(),
                tally.broken.get(),
                threadsBefore,
                Thread.activeCount(),
                filesBefore,
                descriptors());
    }

    private static void talk(Gator gator, Tally tally, long end) throws InterruptedException {
        Persona emma = Persona.builder("Emma").personality("curious, direct, kind").build();
        CountDownLatch done = new CountDownLatch(CONVERSATIONS);
        for (int i = 0; i < CONVERSATIONS; i++) {
            Conversation chat = gator.conversations().open(emma, Owner.user("u-" + i));
            Thread speaker = new Thread(() -> {
                try {
                    for (int turn = 0; System.nanoTime() < end && turn < 20; turn++) {
                        turn(chat, tally);
                    }
                } finally {
                    done.countDown();
                }
            });
            speaker.start();
        }
        done.await();
    }

    private static void turn(Conversation chat, Tally tally) {
        List<String> words = new ArrayList<>();
        int kept = chat.history().size();
        try (ChatStream answer = chat.stream("Count to twenty")) {
            for (ChatEvent event : answer) {
                if (!event.text().isEmpty()) {
                    words.add(event.text());
                }
            }
            tally.turns.incrementAndGet();
            boolean whole = String.join("", words).strip().endsWith("word19") && chat.history().size() == kept + 2;
            tally.broken.addAndGet(whole ? 0 : 1);
        } catch (GatorException e) {
            tally.failed.incrementAndGet();
            tally.broken.addAndGet(chat.history().size() == kept ? 0 : 1);
        }
    }

    private static SseScript script() {
        SseScript script = SseScript.empty();
        String head = "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"soaked\",";
        for (int i = 0; i < 20; i++) {
            script = script.data(
                    head + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word" + i + "\"},\"finish_reason\":null}]}");
        }
        script = script.data(head + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        script = script.data(head + "\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":20,\"total_tokens\":25}}");
        return script.terminal("[DONE]");
    }

    private static int descriptors() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static final class Tally {
        private final AtomicLong turns = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicLong broken = new AtomicLong();
    }
}
