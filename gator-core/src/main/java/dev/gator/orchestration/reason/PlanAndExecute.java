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
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes a plan, does its steps, those that do not need each other at once, and answers from the results. When a plan is no
 * plan or a step fails, a new one is made, knowing why; a bounded number of times. Thread-safe.
 */
public final class PlanAndExecute implements ChatModel {

    private static final String PLAN =
            """
            Make a plan for the request above: at most %d steps, each small enough to be done in one go. Let a step depend
            on another only if it needs its result, so that the rest can be done at the same time.
            """;
    private static final String STEP =
            """
            The request above is worked on by a plan. Do only the step that is named here, with the help of the results it
            depends on. Give its result and nothing else.
            """;
    private static final String ANSWER =
            """
            The request above was worked on step by step; the results follow. Answer the request from them.
            """;

    private final ChatModel planner;
    private final ChatModel worker;
    private final int mostSteps;
    private final int mostPlans;
    private final StrategyModel engine;

    /**
     * A plan and what its steps gave.
     *
     * @param plan the plan that was carried out
     * @param results the result of each step, by its id, in the order of the plan
     * @param plans how many plans were made
     */
    public record Execution(Plan plan, Map<String, String> results, int plans) {
        /** Copies the results. */
        public Execution {
            results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        }
    }

    private PlanAndExecute(ChatModel planner, ChatModel worker, int mostSteps, int mostPlans) {
        this.planner = planner;
        this.worker = worker;
        this.mostSteps = Require.range("steps", mostSteps, 1, 50);
        this.mostPlans = Require.range("plans", mostPlans, 1, 10);
        this.engine = StrategyModel.of("plan", List.of(planner, worker), run -> {
            Execution done = carryOut(run);
            return Ending.spokenBy(this.planner, Stages.closing(run.request(), ANSWER, shown(done)));
        });
    }

    /** Returns plans of at most 8 steps, 2 of them at most; the planner also gives the answer. */
    public static PlanAndExecute of(ChatModel planner, ChatModel worker) {
        return new PlanAndExecute(planner, worker, 8, 2);
    }

    /** Returns the same with other bounds. */
    public PlanAndExecute atMost(int steps, int plans) {
        return new PlanAndExecute(planner, worker, steps, plans);
    }

    /** Plans and does the steps. */
    public Execution execute(ChatRequest request) {
        return engine.perform(request, this::carryOut);
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

    private Execution carryOut(Run run) {
        List<Material> lessons = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            try {
                Plan plan = plan(run, lessons);
                return new Execution(plan, results(run, plan), attempt);
            } catch (GatorException e) {
                if (attempt == mostPlans || !isWorthAnotherPlan(e)) {
                    throw e;
                }
                run.context().check();
                lessons.add(Material.of("why plan " + attempt + " failed", e.detail()));
                run.progress("replan", e.code().id());
            }
        }
    }

    private static boolean isWorthAnotherPlan(GatorException e) {
        return e.category() != ErrorCategory.BUDGET && e.category() != ErrorCategory.CANCELLED;
    }

    private Plan plan(Run run, List<Material> lessons) {
        ChatRequest ask = Stages.step(run.request(), PLAN.formatted(mostSteps), lessons);
        Plan plan = run.ask("plan", planner, ask, Plan.class);
        if (plan.steps().size() > mostSteps) {
            throw new GatorException(
                    OrchestrationError.BAD_PLAN,
                    "the plan has " + plan.steps().size() + " steps, allowed are " + mostSteps);
        }
        run.progress("plan", plan.steps().size() + " steps in " + plan.waves().size() + " waves");
        return plan;
    }

    private Map<String, String> results(Run run, Plan plan) {
        Map<String, String> results = new LinkedHashMap<>();
        for (List<Plan.Step> wave : plan.waves()) {
            Map<String, String> known = Map.copyOf(results);
            List<Function<Run, String>> tasks = new ArrayList<>();
            wave.forEach(step -> tasks.add(branch -> doStep(branch, step, known)));
            List<String> done = run.all(tasks);
            for (int i = 0; i < wave.size(); i++) {
                results.put(wave.get(i).id(), done.get(i));
            }
            run.progress("steps", wave.stream().map(Plan.Step::id).toList() + " done");
        }
        return results;
    }

    private String doStep(Run run, Plan.Step step, Map<String, String> known) {
        List<Material> materials = new ArrayList<>();
        materials.add(Material.of("step " + step.id(), step.task()));
        for (String needed : step.dependsOn()) {
            materials.add(Material.of("result of " + needed, known.getOrDefault(needed, "")));
        }
        return run.ask("step " + step.id(), worker, Stages.step(run.request(), STEP, materials))
                .text();
    }

    private static List<Material> shown(Execution done) {
        List<Material> materials = new ArrayList<>();
        for (Plan.Step step : done.plan().steps()) {
            String result = done.results().getOrDefault(step.id(), "");
            materials.add(Material.of("step " + step.id(), step.task() + "\n" + result));
        }
        return materials;
    }
}
