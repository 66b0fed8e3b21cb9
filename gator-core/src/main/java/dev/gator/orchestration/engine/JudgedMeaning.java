package dev.gator.orchestration.engine;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Describe;
import java.util.ArrayList;
import java.util.List;

record JudgedMeaning(ChatModel model) implements Meaning {

    private static final String INSTRUCTION =
            """
            Several people were asked the same question; their answers follow. Sort them into groups: two answers are in
            one group when a reader would act the same way on both, whatever the wording. Answers that differ in a fact, a
            number or a recommendation are in different groups.
            """;

    /** What the model is asked for. */
    record Groups(
            @Describe("for each answer, in order, the number of its group, from 1") List<Integer> groupOfEachAnswer) {}

    @Override
    public String name() {
        return "judged by " + model.card().id();
    }

    @Override
    public double threshold() {
        return 0.5;
    }

    @Override
    public Likeness compare(List<String> texts, Run run) {
        if (texts.size() < 2) {
            return (one, other) -> 1;
        }
        List<Material> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            answers.add(Material.of("answer " + (i + 1), texts.get(i)));
        }
        ChatRequest question = ChatRequest.builder()
                .user("Compare answers.")
                .context(run.context())
                .build();
        Groups groups = run.ask("compare", model, Stages.closing(question, INSTRUCTION, answers), Groups.class);
        List<Integer> group = groups.groupOfEachAnswer();
        if (group.size() != texts.size()) {
            throw new GatorException(
                    CallError.NOT_STRUCTURED,
                    model.card().id() + " grouped " + group.size() + " answers, there are " + texts.size());
        }
        return (one, other) -> group.get(one).equals(group.get(other)) ? 1 : 0;
    }
}
