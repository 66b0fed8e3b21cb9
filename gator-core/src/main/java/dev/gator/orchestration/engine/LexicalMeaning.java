package dev.gator.orchestration.engine;

import java.util.List;

record LexicalMeaning(double threshold, boolean strict) implements Meaning {

    @Override
    public String name() {
        return "words";
    }

    @Override
    public Meaning byTopic() {
        return new LexicalMeaning(threshold, false);
    }

    @Override
    public Likeness compare(List<String> texts, Run run) {
        List<Statement> statements = texts.stream().map(Statement::of).toList();
        return (one, other) -> {
            Statement left = statements.get(one);
            Statement right = statements.get(other);
            return one == other ? 1 : strict && left.contradicts(right) ? 0 : left.cosine(right);
        };
    }
}
