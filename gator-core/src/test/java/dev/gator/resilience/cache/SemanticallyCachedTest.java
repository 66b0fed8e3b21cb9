package dev.gator.resilience.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ResponseFormat;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.JsonSchema;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SemanticallyCachedTest {

    private record Point(int x) {}

    private static final String ASKED = "What are the opening hours of your shop in Berlin?";
    private static final String ALIKE = "what are the opening hours of your shop in Berlin";

    private final ManualTime time = ManualTime.create();
    private final ScriptedModel model = ScriptedModel.answering(r -> "fresh");
    private final SemanticallyCached cached = SemanticallyCached.of(
            model, ScriptedEmbeddings.create(), 0.95, CachePolicy.defaults().withTime(time));

    @Test
    void aQuestionOfTheSameMeaningIsAnsweredFromMemory() {
        RecordingObserver observer = RecordingObserver.create();
        cached.chat(ASKED);

        ChatReply hit = cached.chat(
                ChatRequest.of(ALIKE).withContext(CallContext.create().withObserver(observer)));
        try (ChatStream stream = cached.stream(ALIKE)) {
            assertEquals("fresh", stream.reply().text());
        }

        assertEquals(Usage.NONE, hit.usage());
        assertEquals(1, model.calls());
        assertTrue(observer.notes("similarity").get(0).endsWith(" of 0.950"));
    }

    @Test
    void anotherQuestionOrAnotherNumberIsAskedAnew() {
        cached.chat("What costs a ticket for 2 people to Hamburg on a weekday in summer?");
        cached.chat("What costs a ticket for 3 people to Hamburg on a weekday in summer?");
        cached.chat("Who wrote the first play about the city?");

        assertEquals(3, model.calls());
    }

    @Test
    void instructionsSchemaOwnerAndToolsKeepRequestsApart() {
        cached.chat(ASKED);
        cached.chat(ChatRequest.builder().system("be brief").user(ALIKE).build());
        cached.chat(ChatRequest.builder()
                .user(ALIKE)
                .format(ResponseFormat.json(Point.class))
                .build());
        cached.chat(ChatRequest.of(ALIKE).withContext(CallContext.create().withOwner(Owner.tenant("acme"))));
        ToolSpec tool = ToolSpec.of("look", "Looks.", JsonSchema.of(Point.class));
        cached.chat(ChatRequest.builder().user(ALIKE).tools(tool).build());
        cached.chat(ChatRequest.builder().user(ALIKE).tools(tool).build());

        assertEquals(6, model.calls());
    }

    @Test
    void entriesAge() {
        cached.chat(ASKED);
        time.advance(Duration.ofMinutes(61));
        cached.chat(ALIKE);

        assertEquals(2, model.calls());
    }

    @Test
    void aFailingEmbeddingModelIsAsGoodAsNoCache() {
        EmbeddingModel broken = new EmbeddingModel() {
            @Override
            public EmbeddingCard card() {
                return new EmbeddingCard("broken:model", 0, 0, 1, null);
            }

            @Override
            public EmbeddingReply embed(EmbeddingRequest request) {
                throw new GatorException(ProviderError.SERVER_ERROR, "broken");
            }
        };
        SemanticallyCached brave = SemanticallyCached.of(model, broken, 0.95, CachePolicy.defaults());

        assertEquals("fresh", brave.chat(ASKED));
        assertEquals("fresh", brave.chat(ASKED));
        assertEquals(2, model.calls());
    }
}
