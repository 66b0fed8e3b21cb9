package dev.gator.orchestration.deliberate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class VotingTest {

    record Facts(String capital, int people) {}

    private static final ChatRequest QUESTION = ChatRequest.builder()
            .user("France?")
            .format(ResponseFormat.json(Facts.class))
            .build();

    @Test
    void takesTheMajorityOfEachMember() {
        Voting voting = Voting.of(
                saying("a", "{\"capital\":\"Paris\",\"people\":67}"),
                saying("b", "{\"capital\":\"Paris\",\"people\":68}"),
                saying("c", "{\"capital\":\"Lyon\",\"people\":68}"));
        Facts facts = voting.chat(QUESTION).as(Facts.class);
        assertEquals(new Facts("Paris", 68), facts);
    }

    @Test
    void namesWhatHasNoMajority() {
        Voting voting = Voting.of(
                saying("a", "{\"capital\":\"Paris\",\"people\":67}"),
                saying("b", "{\"capital\":\"Paris\",\"people\":68}"));
        Ballot ballot = voting.vote(QUESTION);
        assertEquals(List.of("people"), ballot.disputed());
        assertEquals(List.of(Json.of(68)), ballot.fields().get(1).others());
        ChatReply reply = Voting.of(
                        saying("a", "{\"capital\":\"Paris\",\"people\":67}"),
                        saying("b", "{\"capital\":\"Paris\",\"people\":68}"))
                .chat(QUESTION);
        assertEquals("no majority on people", reply.warnings().get(0).reason());
    }

    @Test
    void toleratesAFailedVoterButNotHalfOfThem() {
        ScriptedModel broken = ScriptedModel.named("c").fail(ProviderError.OVERLOADED);
        Ballot ballot = Voting.of(
                        saying("a", "{\"capital\":\"Paris\",\"people\":67}"),
                        saying("b", "{\"capital\":\"Paris\",\"people\":67}"),
                        broken)
                .vote(QUESTION);
        assertEquals("c", ballot.failed().get(0).name());
        Voting half = Voting.of(saying("a", "{\"capital\":\"Paris\",\"people\":67}"), saying("b", "no JSON"));
        assertSame(
                OrchestrationError.NO_QUORUM,
                assertThrows(GatorException.class, () -> half.vote(QUESTION)).code());
    }

    @Test
    void countsOnlyJson() {
        Voting voting = Voting.of(saying("a", "x"), saying("b", "y"));
        GatorException error = assertThrows(GatorException.class, () -> voting.vote(ChatRequest.of("hi")));
        assertSame(CallError.BAD_ARGUMENT, error.code());
    }

    private static ScriptedModel saying(String id, String answer) {
        return ScriptedModel.named(id).reply(answer);
    }
}
