package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.orchestration.engine.Run;
import java.util.List;
import java.util.Locale;

/** Distrusts answers that refuse or hedge. Reads only the beginning for refusals; later "cannot"s belong to the matter. */
record FirmAnswer() implements Confidence {

    private static final int BEGINNING = 160;
    private static final double PER_HEDGE = 0.25;

    private static final List<String> REFUSALS = List.of(
            "i cannot",
            "i can't",
            "i can’t",
            "i am unable",
            "i'm unable",
            "i am not able",
            "i'm not able",
            "i won't",
            "as an ai",
            "i don't know",
            "i do not know",
            "i don’t know",
            "sorry, but",
            "i have no information");
    private static final List<String> HEDGES = List.of(
            "i'm not sure",
            "i am not sure",
            "not certain",
            "uncertain",
            "it might be",
            "might be",
            "perhaps",
            "possibly",
            "i think",
            "i guess",
            "i believe",
            "hard to say",
            "could be wrong",
            "to the best of my knowledge");

    @Override
    public Assessment assess(Run run, ChatModel model, ChatReply reply) {
        String text = reply.text().toLowerCase(Locale.ROOT);
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        if (REFUSALS.stream().anyMatch(beginning::contains)) {
            return new Assessment(0.1, "the answer refuses");
        }
        long hedges = HEDGES.stream().filter(text::contains).count();
        return hedges == 0
                ? new Assessment(1, "the answer is firm")
                : new Assessment(Math.max(0.2, 0.9 - PER_HEDGE * hedges), "the answer hedges " + hedges + " times");
    }
}
