package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;

/** Proves that what a card does not claim is refused before anything is sent, or ignored with a warning. */
final class Absences {

    private Absences() {}

    static void prove(Capability missing, ChatBench bench) {
        bench.answers(Scripted.text("fine"));
        switch (missing) {
            case TOOLS -> refused(bench, Samples.withTools());
            case IMAGE_INPUT -> refused(bench, Samples.withFile(Samples.picture()));
            case DOCUMENT_INPUT -> refused(bench, Samples.withFile(Samples.document()));
            case AUDIO_INPUT -> refused(bench, Samples.withFile(Samples.sound()));
            case JSON_SCHEMA -> refusedOrWarned(bench, formatted(ResponseFormat.json(Samples.Plan.class)));
            case JSON_MODE -> refusedOrWarned(bench, formatted(ResponseFormat.json()));
            case TOOL_CHOICE ->
                refusedOrWarned(
                        bench,
                        Samples.withTools().toBuilder()
                                .toolChoice(ToolChoice.required())
                                .build());
            case REASONING ->
                refusedOrWarned(
                        bench,
                        Samples.question().toBuilder()
                                .reasoning(Reasoning.of(Reasoning.Effort.HIGH))
                                .build());
            case SEED ->
                refusedOrWarned(bench, sampled(Sampling.builder().seed(42).build()));
            case STOP_SEQUENCES ->
                refusedOrWarned(bench, sampled(Sampling.builder().stop("END").build()));
            case PROMPT_CACHE -> ignoredSilently(bench);
            case PARALLEL_TOOLS, AUDIO_OUTPUT -> answered(bench);
        }
    }

    private static void refused(ChatBench bench, ChatRequest request) {
        for (Way way : Way.values()) {
            GatorException e = bench.failure(way, request);
            assertEquals(CallError.UNSUPPORTED, e.code(), () -> "what the card lacks must be refused, not: " + e);
        }
        bench.assertNothingSent();
    }

    private static void refusedOrWarned(ChatBench bench, ChatRequest request) {
        List<GatorException> refusals = new ArrayList<>();
        for (Way way : Way.values()) {
            try {
                ChatReply reply = way.ask(bench.model(), request);
                assertFalse(reply.warnings().isEmpty(), "a setting that the card lacks needs a warning, " + way);
            } catch (GatorException e) {
                refusals.add(e);
            }
        }
        refusals.forEach(e -> assertEquals(CallError.UNSUPPORTED, e.code(), e::toString));
        assertTrue(
                refusals.isEmpty() || bench.server().requestCount() == 0,
                "what is refused must be refused before it is sent, both ways");
    }

    private static void ignoredSilently(ChatBench bench) {
        Message system = Message.system("Be brief.").cachedUpToHere();
        bench.ask(ChatRequest.builder().message(system).user("Hello").build());
        assertTrue(
                bench.seen().content().messages().stream().noneMatch(Message::cachePoint),
                "a cache point was sent although the card does not claim it");
    }

    private static void answered(ChatBench bench) {
        assertEquals("fine", bench.ask("Hello").text());
    }

    private static ChatRequest formatted(ResponseFormat format) {
        return Samples.question().toBuilder().format(format).build();
    }

    private static ChatRequest sampled(Sampling sampling) {
        return Samples.question().toBuilder().sampling(sampling).build();
    }
}
