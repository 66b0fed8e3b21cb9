package dev.gator.orchestration.reason;

import dev.gator.orchestration.engine.Likeness;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import java.util.List;
import java.util.Locale;

/** Compares only what answers come to: what stands behind the last "Answer:". */
record FinalAnswer(Meaning meaning) implements Meaning {

    static final String MARK = "Answer:";

    @Override
    public String name() {
        return "final answer by " + meaning.name();
    }

    @Override
    public double threshold() {
        return meaning.threshold();
    }

    @Override
    public Likeness compare(List<String> texts, Run run) {
        return meaning.compare(texts.stream().map(FinalAnswer::of).toList(), run);
    }

    static String of(String text) {
        int mark = text.toLowerCase(Locale.ROOT).lastIndexOf(MARK.toLowerCase(Locale.ROOT));
        String rest = mark < 0 ? text : text.substring(mark + MARK.length());
        return rest.replace("*", "").strip();
    }
}
