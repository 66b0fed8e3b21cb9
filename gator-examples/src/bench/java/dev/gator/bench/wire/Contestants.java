package dev.gator.bench.wire;

import java.util.List;

/** Who takes part, by name. */
enum Contestants {
    FLOOR("OkHttp + Jackson by hand"),
    GATOR("Gator"),
    LANGCHAIN4J("LangChain4j 1.19.0"),
    OPENAI_JAVA("openai-java 4.100.0");

    private final String label;

    Contestants(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Contestant open(String url) {
        return switch (this) {
            case FLOOR -> new FloorContestant(url);
            case GATOR -> new GatorContestant(url);
            case LANGCHAIN4J -> new LangChainContestant(url);
            case OPENAI_JAVA -> new OpenAiJavaContestant(url);
        };
    }

    static List<Contestants> all() {
        return List.of(values());
    }
}
