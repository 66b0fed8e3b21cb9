package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Grade;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Scorer;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Searches for a line of thought: each step is tried in several ways, a scorer keeps the most promising, and the answer
 * follows the best line. The search is bounded in depth, width and number of thoughts; when the budget of the call runs out
 * on the way, it stops with the best line so far. Thread-safe.
 */
public final class TreeOfThought implements ChatModel {

    private static final String THINK =
            """
            Work on the request above one step at a time. The thoughts so far follow. Write only the next step, in at most
            three sentences; do not give the final answer yet. Way %d of %d: take one that others would not think of first.
            """;
    private static final String ANSWER =
            """
            The request above was thought through; the line of thought follows. Follow it to the end, correct it where it is
            wrong, and answer the request.
            """;

    private final ChatModel model;
    private final Scorer scorer;
    private final Shape shape;
    private final StrategyModel engine;

    /**
     * How far a search goes.
     *
     * @param depth how many steps a line of thought has, 1 to 10
     * @param branches how many ways each step is tried, 2 to 8
     * @param beam how many lines are followed at a time, 1 to 8
     * @param mostThoughts how many thoughts there may be in all
     */
    public record Shape(int depth, int branches, int beam, int mostThoughts) {
        /** Checks the bounds. */
        public Shape {
            Require.range("depth", depth, 1, 10);
            Require.range("branches", branches, 2, 8);
            Require.range("beam", beam, 1, 8);
            Require.range("most thoughts", mostThoughts, 2, 1000);
        }

        /** Returns 3 steps, each tried in 3 ways, 2 lines at a time, 24 thoughts at most. */
        public static Shape small() {
            return new Shape(3, 3, 2, 24);
        }
    }

    /**
     * A line of thought.
     *
     * @param thoughts the steps
     * @param score what the scorer says about it
     */
    public record Path(List<String> thoughts, double score) {
        /** Copies the steps. */
        public Path {
            thoughts = List.copyOf(thoughts);
        }

        String text() {
            return String.join("\n", thoughts);
        }

        Path then(String thought) {
            List<String> longer = new ArrayList<>(thoughts);
            longer.add(thought);
            return new Path(longer, score);
        }
    }

    private TreeOfThought(ChatModel model, Scorer scorer, Shape shape) {
        this.model = model;
        this.scorer = scorer;
        this.shape = shape;
        this.engine = StrategyModel.of("tree-of-thought", List.of(model), run -> {
            Material line = Material.of("line of thought", search(run).get(0).text());
            return Ending.spokenBy(this.model, Stages.closing(run.request(), ANSWER, line));
        });
    }

    /** Returns a small search over the thoughts of a model. */
    public static TreeOfThought of(ChatModel model, Scorer scorer) {
        return new TreeOfThought(model, scorer, Shape.small());
    }

    /** Returns a search of that shape. */
    public static TreeOfThought of(ChatModel model, Scorer scorer, Shape shape) {
        return new TreeOfThought(model, scorer, shape);
    }

    /** Searches and returns the lines that were left in the end, the best first. */
    public List<Path> explore(ChatRequest request) {
        return engine.perform(request, this::search);
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

    private List<Path> search(Run run) {
        List<Path> beam = List.of(new Path(List.of(), 0));
        int thoughts = 0;
        for (int step = 1; step <= shape.depth(); step++) {
            int left = shape.mostThoughts() - thoughts;
            if (left < 2) {
                break;
            }
            try {
                List<Path> grown = grow(run, beam, left);
                thoughts += grown.size();
                beam = best(run, grown);
            } catch (GatorException e) {
                if (e.category() != ErrorCategory.BUDGET || step == 1) {
                    throw e;
                }
                run.progress(
                        "step " + step,
                        "stopped, the budget is spent: " + e.code().id());
                break;
            }
            run.progress(
                    "step " + step,
                    String.format(
                            Locale.ROOT,
                            "%d thoughts, best %.2f",
                            thoughts,
                            beam.get(0).score()));
        }
        return beam;
    }

    private List<Path> grow(Run run, List<Path> beam, int most) {
        List<Function<Run, Path>> tasks = new ArrayList<>();
        for (Path line : beam) {
            for (int way = 1; way <= shape.branches() && tasks.size() < most; way++) {
                String brief = THINK.formatted(way, shape.branches());
                ChatModel sample = new Sample(model, way, 0.8);
                tasks.add(branch -> {
                    Material soFar =
                            Material.of("thoughts so far", line.thoughts().isEmpty() ? "(none)" : line.text());
                    return line.then(branch.ask("thought", sample, Stages.step(branch.request(), brief, soFar))
                            .text());
                });
            }
        }
        return run.all(tasks);
    }

    private List<Path> best(Run run, List<Path> lines) {
        List<Grade> grades = scorer.grade(run, lines.stream().map(Path::text).toList());
        List<Path> scored = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            scored.add(new Path(lines.get(i).thoughts(), grades.get(i).score()));
        }
        scored.sort(Comparator.comparingDouble((Path line) -> -line.score()));
        return List.copyOf(scored.subList(0, Math.min(shape.beam(), scored.size())));
    }
}
