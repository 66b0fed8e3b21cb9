package dev.gator.orchestration.engine;

import java.util.List;

record ShiftedMeaning(Meaning meaning, double threshold) implements Meaning {

    @Override
    public String name() {
        return meaning.name();
    }

    @Override
    public Likeness compare(List<String> texts, Run run) {
        return meaning.compare(texts, run);
    }
}
