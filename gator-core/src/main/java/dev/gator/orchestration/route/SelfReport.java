package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.json.Describe;
import dev.gator.json.Range;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;

/** Asks the model how sure it is. */
record SelfReport() implements Confidence {

    private static final String INSTRUCTION =
            """
            You gave the answer below to the request above. Look for a mistake in it first. Then say how likely it is, in
            percent, that an expert would accept the answer as it stands.
            """;

    /** What the model is asked for. */
    record Report(
            @Describe("the weakest point of the answer, in a few words") String weakestPoint,
            @Range(min = 0, max = 100) double percent) {}

    @Override
    public Assessment assess(Run run, ChatModel model, ChatReply reply) {
        Material answer = Material.of("your answer", reply.text());
        Report report = run.ask("self-report", model, Stages.step(run.request(), INSTRUCTION, answer), Report.class);
        return new Assessment(report.percent() / 100, "the model is sure to " + Math.round(report.percent()) + " %");
    }
}
