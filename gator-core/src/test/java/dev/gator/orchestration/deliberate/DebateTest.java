package dev.gator.orchestration.deliberate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.json.JsonSchema;
import dev.gator.orchestration.deliberate.DebateResult.Side;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.ToolSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DebateTest {

    private static final String MARKS =
            """
            {"grades":{"candidate_1":{"points":[9,9,9],"reason":"figures"},"candidate_2":{"points":[3,3,3],"reason":"none"}}}""";

    record Answer(boolean yes) {}

    private final ScriptedModel moderator = ScriptedModel.named("moderator").otherwise(r -> "What is to be decided?");
    private final ScriptedModel pro = ScriptedModel.named("pro");
    private final ScriptedModel con = ScriptedModel.named("con");
    private final ScriptedModel judge = ScriptedModel.named("judge").reply(MARKS);

    @Test
    void arguesOverRoundsAndIsJudgedWithReasons() {
        pro.reply("Remote work saves hours").reply("The savings are measured");
        con.reply("Teams lose cohesion").reply("Cohesion drives output");
        DebateResult result = debate().rounds(2).build().debate("Remote work raises productivity");
        assertEquals(4, result.turns().size());
        assertEquals(Optional.of(Side.PRO), result.winner());
        assertEquals("pro wins 0.75 to 0.25 after 2 rounds (judge 0.75)", result.summary());
        assertTrue(result.reasons().contains("pro: figures"));
        assertFalse(result.converged());
        String second = pro.lastRequest().messages().get(0).text();
        assertTrue(second.contains("Teams lose cohesion"), "each side hears the other");
    }

    @Test
    void endsWhenBothSidesMeanTheSame() {
        pro.reply("Remote work is good for quiet tasks").reply("A mix of office days and remote days works best");
        con.reply("Offices build trust").reply("Best works a mix of remote days and office days");
        DebateResult result = debate().rounds(5)
                .meaning(Meaning.of(ScriptedEmbeddings.create()))
                .build()
                .debate("Remote work?");
        assertTrue(result.converged());
        assertEquals(2, result.rounds());
    }

    @Test
    void blendsTheAudienceWithItsWeight() {
        pro.reply("Yes, by far");
        con.reply("Never, on no account");
        DebateResult result = debate().rounds(1)
                .audience(Audience.counted(0, 20), 0.5)
                .build()
                .debate("Remote work?");
        assertEquals(0.75, result.judgedPro(), 1e-9);
        assertEquals(0.375, result.pro(), 1e-9);
        assertEquals(Optional.of(Side.CON), result.winner());
        assertTrue(result.summary().endsWith("(judge 0.75, audience 0.00 weighing 0.50)"), result.summary());
    }

    @Test
    void anAudienceThatDoesNotVoteDoesNotCount() {
        pro.reply("Yes, by far");
        con.reply("Never, on no account");
        DebateResult result =
                debate().rounds(1).audience(Audience.counted(0, 0), 0.5).build().debate("Remote work?");
        assertEquals(result.judgedPro(), result.pro(), 1e-9);
    }

    @Test
    void answersWithTheSchemaAndToolsOfTheRequest() {
        pro.reply("Yes, by far");
        con.reply("Never, on no account");
        judge.reply("{\"yes\":true}");
        ToolSpec tool = ToolSpec.of("look", "looks", JsonSchema.of(Answer.class));
        ChatRequest request = ChatRequest.builder()
                .user("Remote work?")
                .format(ResponseFormat.json(Answer.class))
                .tools(tool)
                .toolChoice(ToolChoice.auto())
                .build();
        assertTrue(debate().rounds(1).build().chat(request).as(Answer.class).yes());
        assertEquals(request.format(), judge.lastRequest().format());
        assertEquals(request.tools(), judge.lastRequest().tools());
        assertTrue(pro.lastRequest().tools().isEmpty(), "speakers argue, they do not act");
        assertTrue(
                judge.lastRequest().messages().get(0).parts().stream()
                        .filter(Part.Text.class::isInstance)
                        .map(Part.Text.class::cast)
                        .filter(text -> text.text().contains("Never"))
                        .allMatch(Part.Text::untrusted),
                "what speakers said is shown as untrusted");
    }

    private Debate.Builder debate() {
        return Debate.between(pro, con, judge).moderator(moderator);
    }
}
