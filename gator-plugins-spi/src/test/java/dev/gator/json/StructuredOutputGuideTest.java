package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/guides/structured-output.md, so that the guide keeps compiling and telling the truth. */
class StructuredOutputGuideTest {

    @Describe("a trip to one town")
    record Trip(
            @Describe("the English name of the town") @Length(min = 2, max = 40) String town,
            @Range(min = 1, max = 7) int days,
            Optional<Pace> pace,
            List<String> sights) {}

    enum Pace {
        SLOW,
        BRISK
    }

    private static final String ANSWER =
            "{\"town\":\"Basel\",\"days\":2,\"pace\":\"slow\",\"sights\":[\"Minster\",\"Rhine\"]}";

    private static final Trip BASEL = new Trip("Basel", 2, Optional.of(Pace.SLOW), List.of("Minster", "Rhine"));

    @Test
    void anAnswerIsARecord() {
        ChatRequest request = ChatRequest.builder()
                .user("Plan a short trip to Basel.")
                .format(ResponseFormat.json(Trip.class))
                .build();
        assertEquals(
                "Trip",
                assertInstanceOf(ResponseFormat.Schema.class, request.format()).name());
        ChatReply reply = ChatReply.from("test:model")
                .text("Here you are [1]:\n```json\n" + ANSWER + "\n```")
                .build();
        assertEquals(BASEL, reply.as(Trip.class));
    }

    @Test
    void violationsCanBeFedBack() {
        JsonSchema schema = JsonSchema.of(Trip.class);
        List<Violation> wrong = schema.validate(Json.parse("{\"town\":\"Basel\",\"days\":9,\"sights\":[]}"));
        assertEquals("$.days: must be at most 7 but is 9", wrong.get(0).toString());
        assertTrue(schema.strict().isPresent());
    }

    @Test
    void aRecordShowsWhileItStreams() {
        List<String> done = new ArrayList<>();
        PartialJson partial = new PartialJson();
        for (String fragment : ANSWER.split("(?<=\\G.{7})")) {
            partial.feed(fragment).forEach(member -> done.add(member.name()));
            assertTrue(partial.snapshot().isPresent());
        }
        assertEquals(List.of("town", "days", "pace", "sights"), done);
        assertEquals(BASEL, JsonBinding.read(partial.finish(), Trip.class));
    }
}
