package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatStream;
import dev.gator.error.GatorException;
import dev.gator.tck.wire.WireReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The key goes into the request and nowhere else. */
interface SecretTests {

    @TestFactory
    default Stream<DynamicTest> keepsTheKeyOutOfErrors(Benches benches) {
        String echo = "{\"error\":{\"message\":\"Incorrect API key provided: " + ChatBench.CANARY + "\",\"type\":\""
                + ChatBench.CANARY + "\",\"code\":\"" + ChatBench.CANARY + "\"},\"message\":\"" + ChatBench.CANARY
                + "\"}";
        return Stream.of(
                        echoing("an error that repeats the key", WireReply.json(401, echo)),
                        echoing("a text that repeats the key", WireReply.text(500, "bad key " + ChatBench.CANARY)),
                        echoing("a reset", WireReply.json("{}").resetBeforeHead()),
                        echoing(
                                "a redirect",
                                WireReply.redirect(302, "https://gator.invalid/?key=" + ChatBench.CANARY)),
                        echoing("an answer that is not JSON", WireReply.html("<p>" + ChatBench.CANARY)))
                .flatMap(fault -> benches.bothWays(fault.name(), fault::check));
    }

    @Test
    default void keepsTheKeyOutOfTextForms(ChatBench bench) {
        bench.answers(Scripted.text("fine"));
        ChatModel model = bench.model();
        StringBuilder seen = new StringBuilder().append(model).append(model.card());
        seen.append(model.chat(Samples.question()));
        try (ChatStream stream = model.stream(Samples.question())) {
            seen.append(stream);
            for (ChatEvent event : stream) {
                seen.append(event);
            }
            seen.append(stream.reply());
        }
        assertFalse(seen.toString().contains(ChatBench.CANARY), "the key in a text form");
    }

    @Test
    default void keepsTheKeyOutOfTheAddress(ChatBench bench) {
        bench.answers(Scripted.text("fine"));
        bench.ask(Samples.question());
        bench.server()
                .requests()
                .forEach(request -> assertFalse(
                        request.target().contains(ChatBench.CANARY), "addresses end up in logs; the key is in one"));
    }

    @Test
    default void keepsTheKeyOutOfWhatIsPrinted(ChatBench bench) {
        bench.answers(request -> WireReply.json(401, "{\"error\":{\"message\":\"" + ChatBench.CANARY + "\"}}"));
        String printed = Printed.during(() -> {
            for (Way way : Way.values()) {
                bench.failure(way, Samples.question());
            }
        });
        assertFalse(printed.contains(ChatBench.CANARY), "the key in what was printed or logged to the console");
    }

    private static Echo echoing(String name, WireReply reply) {
        return new Echo(name, reply);
    }

    /**
     * An answer that tempts a client to repeat the key.
     *
     * @param name what it is
     * @param reply it
     */
    record Echo(String name, WireReply reply) {

        void check(ChatBench bench, Way way) {
            bench.answers(request -> reply);
            GatorException e = bench.failure(way, Samples.question());
            StringWriter all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            assertEquals(-1, all.toString().indexOf(ChatBench.CANARY), "the key in an error, its causes included");
        }
    }
}
