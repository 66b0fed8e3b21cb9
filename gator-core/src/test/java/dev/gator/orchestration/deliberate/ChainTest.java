package dev.gator.orchestration.deliberate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private final ScriptedModel breaker = ScriptedModel.named("breaker")
            .otherwise(request -> "{\"questions\":[\"What does it cost?\",\"Who needs it?\"]}");
    private final ScriptedModel proposer = ScriptedModel.named("proposer")
            .otherwise(request -> request.messages().get(0).text().contains("cost?") ? "Ten francs" : "Everyone");
    private final ScriptedModel evaluator = ScriptedModel.named("evaluator")
            .otherwise(request -> "{\"reviews\":[{\"answer\":1,\"reliability\":0.4,\"advice\":\"add a source\"},"
                    + "{\"answer\":2,\"reliability\":0.9,\"advice\":\"none\"},"
                    + "{\"answer\":7,\"reliability\":0.9,\"advice\":\"there is no seventh\"}]}");
    private final ScriptedModel writer = ScriptedModel.named("writer").otherwise(request -> "Ten francs, for everyone");

    @Test
    void everyStageHasAResultOfItsOwnType() {
        ChainResult result = chain().work(ChatRequest.of("Plan a product"));
        assertEquals(List.of("What does it cost?", "Who needs it?"), result.questions());
        assertEquals("Ten francs", result.proposals().get(0).text());
        assertEquals("Everyone", result.proposals().get(1).text());
        assertEquals(
                new ChainResult.Review("What does it cost?", 0.4, "add a source"),
                result.reviews().get(0));
        assertEquals(2, result.reviews().size(), "a review of an answer that does not exist is dropped");
        assertEquals("Ten francs, for everyone", result.answer().orElseThrow().text());
        assertTrue(writer.lastRequest().messages().get(0).text().contains("add a source"));
    }

    @Test
    void streamsItsStagesAndTheSynthesisWordByWord() {
        List<String> stages = new ArrayList<>();
        List<String> words = new ArrayList<>();
        try (ChatStream stream = chain().stream("Plan a product")) {
            for (ChatEvent event : stream) {
                if (event instanceof ChatEvent.Progress progress) {
                    stages.add(progress.stage());
                } else if (event instanceof ChatEvent.TextDelta delta) {
                    words.add(delta.text());
                }
            }
        }
        assertEquals(List.of("decompose", "propose", "evaluate"), stages);
        assertEquals(List.of("Ten ", "francs, ", "for ", "everyone"), words);
    }

    @Test
    void keepsToTheBoundOfParts() {
        assertEquals(
                1, chain().parts(1).work(ChatRequest.of("Plan")).proposals().size());
        assertEquals(1, proposer.calls());
    }

    private Chain chain() {
        return Chain.of(breaker, proposer, evaluator, writer);
    }
}
