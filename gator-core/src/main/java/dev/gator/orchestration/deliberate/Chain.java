package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.json.Describe;
import dev.gator.json.Range;
import dev.gator.orchestration.deliberate.ChainResult.Proposal;
import dev.gator.orchestration.deliberate.ChainResult.Review;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Four stages, each with a result of its own type: one model breaks the request down, one proposes an answer to each part
 * (all at once), one evaluates the proposals, one puts everything together. Any of the four may be the same model.
 * Thread-safe.
 */
public final class Chain implements ChatModel {

    private static final String DECOMPOSE =
            """
            Break the request above into the questions that have to be answered first, at most %d, each answerable without
            the others. A request that needs no breaking down is its own only question.
            """;
    private static final String PROPOSE =
            """
            The request above was broken down. Answer only this part of it, completely and briefly:

            """;
    private static final String EVALUATE =
            """
            The request above was broken down, and the parts were answered; questions and answers follow. For each answer,
            by its number, say how far it can be relied on, 0 to 1, and what has to change.
            """;
    private static final String SYNTHESISE =
            """
            The request above was worked on in parts; answers and their reviews follow. Give the one answer to the whole
            request: heed the reviews, drop what they reject, repeat nothing.
            """;

    private final ChatModel decomposer;
    private final ChatModel proposer;
    private final ChatModel evaluator;
    private final ChatModel synthesiser;
    private final int mostParts;
    private final StrategyModel engine;

    private Chain(ChatModel decomposer, ChatModel proposer, ChatModel evaluator, ChatModel synthesiser, int mostParts) {
        this.decomposer = decomposer;
        this.proposer = proposer;
        this.evaluator = evaluator;
        this.synthesiser = synthesiser;
        this.mostParts = Require.range("parts", mostParts, 1, 20);
        this.engine = StrategyModel.of(
                "chain",
                List.of(decomposer, proposer, evaluator, synthesiser),
                run -> Ending.spokenBy(this.synthesiser, synthesis(run.request(), prepare(run))));
    }

    /** What the decomposer is asked for. */
    record Parts(@Describe("questions, each answerable without the others") List<String> questions) {}

    /** What the evaluator is asked for. */
    record Reviews(List<Mark> reviews) {}

    /** One evaluation. */
    record Mark(
            int answer, @Range(min = 0, max = 1) double reliability, @Describe("what has to change") String advice) {}

    /** Returns a chain in which one model does everything. */
    public static Chain of(ChatModel model) {
        return of(model, model, model, model);
    }

    /** Returns a chain with a model for each stage, and at most 5 parts. */
    public static Chain of(ChatModel decomposer, ChatModel proposer, ChatModel evaluator, ChatModel synthesiser) {
        return new Chain(decomposer, proposer, evaluator, synthesiser, 5);
    }

    /** Returns the same chain with at most that many parts, 1 to 20. */
    public Chain parts(int most) {
        return new Chain(decomposer, proposer, evaluator, synthesiser, most);
    }

    /** Goes through all four stages and returns what each of them gave. */
    public ChainResult work(ChatRequest request) {
        return engine.perform(request, run -> {
            ChainResult stages = prepare(run);
            return stages.answered(run.ask("synthesise", synthesiser, synthesis(run.request(), stages)));
        });
    }

    @Override
    public ModelCard card() {
        return engine.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return engine.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return engine.stream(request);
    }

    private ChainResult prepare(Run run) {
        ChatRequest ask = Stages.step(run.request(), DECOMPOSE.formatted(mostParts));
        List<String> questions =
                run.ask("decompose", decomposer, ask, Parts.class).questions();
        questions = questions.isEmpty()
                ? List.of(Stages.question(run.request()))
                : List.copyOf(questions.subList(0, Math.min(questions.size(), mostParts)));
        run.progress("decompose", questions.size() + " parts");
        List<Proposal> proposals = propose(run, questions);
        run.progress("propose", proposals.size() + " proposals");
        List<Review> reviews = evaluate(run, proposals);
        run.progress("evaluate", reviews.size() + " reviews");
        return new ChainResult(questions, proposals, reviews, Optional.empty());
    }

    private List<Proposal> propose(Run run, List<String> questions) {
        List<Function<Run, Proposal>> tasks = new ArrayList<>();
        for (String question : questions) {
            tasks.add(branch -> new Proposal(
                    question,
                    branch.ask(
                                    "propose",
                                    proposer,
                                    Stages.step(branch.request(), PROPOSE, Material.of("part", question)))
                            .text()));
        }
        return run.all(tasks);
    }

    private List<Review> evaluate(Run run, List<Proposal> proposals) {
        List<Mark> marks = run.ask(
                        "evaluate", evaluator, Stages.step(run.request(), EVALUATE, shown(proposals)), Reviews.class)
                .reviews();
        List<Review> reviews = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.answer() >= 1 && mark.answer() <= proposals.size()) {
                reviews.add(new Review(proposals.get(mark.answer() - 1).question(), mark.reliability(), mark.advice()));
            }
        }
        return reviews;
    }

    private static ChatRequest synthesis(ChatRequest request, ChainResult stages) {
        List<Material> materials = new ArrayList<>(shown(stages.proposals()));
        for (Review review : stages.reviews()) {
            materials.add(Material.of(
                    "review", review.question() + "\nreliability " + review.reliability() + "\n" + review.advice()));
        }
        return Stages.closing(request, SYNTHESISE, materials);
    }

    private static List<Material> shown(List<Proposal> proposals) {
        List<Material> materials = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            materials.add(Material.of("answer " + (i + 1), proposal.question() + "\n" + proposal.text()));
        }
        return materials;
    }
}
