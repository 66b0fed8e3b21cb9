package dev.gator.orchestration.reason;

import dev.gator.error.GatorException;
import dev.gator.json.Describe;
import dev.gator.orchestration.engine.OrchestrationError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Steps towards a goal, and which of them need the results of which.
 *
 * @param steps at least one
 */
public record Plan(
        @Describe("the steps; every step knows only the request and the results it depends on") List<Step> steps) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,24}");

    /**
     * Checks that every step is named once, depends only on steps that there are, and not on itself by any way.
     *
     * @throws GatorException with {@link OrchestrationError#BAD_PLAN}
     */
    public Plan {
        steps = List.copyOf(steps);
        check(steps);
    }

    /**
     * A step.
     *
     * @param id a short name
     * @param task what is to be done
     * @param dependsOn the ids of the steps whose results it needs
     */
    public record Step(
            @Describe("1 to 24 letters, digits, _ or -, unique in the plan") String id,
            @Describe("what is to be done, in one or two sentences") String task,
            @Describe("the ids of the steps whose results this one needs") List<String> dependsOn) {
        /** Copies the ids. */
        public Step {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** Returns the steps in groups: those of one group need only results of earlier groups. */
    public List<List<Step>> waves() {
        return waves(steps);
    }

    private static void check(List<Step> steps) {
        if (steps.isEmpty()) {
            throw new GatorException(OrchestrationError.BAD_PLAN, "the plan has no steps");
        }
        Set<String> ids = new HashSet<>();
        for (Step step : steps) {
            // the id is the planner's word and turns up in labels and traces, where no sentence of a model belongs
            if (!ID.matcher(step.id()).matches()) {
                throw new GatorException(
                        OrchestrationError.BAD_PLAN, "a step's id is not 1 to 24 letters, digits, _ or -");
            }
            if (!ids.add(step.id())) {
                throw new GatorException(OrchestrationError.BAD_PLAN, "two steps are called '" + step.id() + "'");
            }
        }
        for (Step step : steps) {
            for (String needed : step.dependsOn()) {
                if (!ids.contains(needed)) {
                    throw new GatorException(
                            OrchestrationError.BAD_PLAN,
                            "step '" + step.id() + "' depends on a step that is not in the plan");
                }
            }
        }
        waves(steps);
    }

    private static List<List<Step>> waves(List<Step> steps) {
        List<List<Step>> waves = new ArrayList<>();
        List<Step> waiting = new ArrayList<>(steps);
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Step> ready = waiting.stream()
                    .filter(step -> done.containsAll(step.dependsOn()))
                    .toList();
            if (ready.isEmpty()) {
                throw new GatorException(
                        OrchestrationError.BAD_PLAN,
                        "the steps depend on each other in a circle: "
                                + waiting.stream().map(Step::id).toList());
            }
            waves.add(ready);
            waiting.removeAll(ready);
            ready.forEach(step -> done.add(step.id()));
        }
        return List.copyOf(waves);
    }
}
