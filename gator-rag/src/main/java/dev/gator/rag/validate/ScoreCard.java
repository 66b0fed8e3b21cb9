package dev.gator.rag.validate;

import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Mood;
import dev.gator.rag.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scores of a script. Each says where it comes from; none of them makes a script valid or invalid.
 *
 * @param readability 0 to 100, by the formula of the language
 * @param brand how well it fits the brand
 * @param emotion how much of the wanted emotion is in its words, 0 to 1; 1 from three words in a hundred on
 * @param sentiment -1 to 1
 * @param spoken how many seconds it takes to say
 * @param allowed how many seconds it has
 * @param creativity how fresh it is
 * @param competitors the largest share of word pairs in common with a competitor's script, 0 to 1
 * @param more scores of what the application measures besides; they do not count in the overall score
 */
public record ScoreCard(
        double readability,
        BrandFit brand,
        double emotion,
        double sentiment,
        double spoken,
        int allowed,
        Creativity creativity,
        double competitors,
        List<Score> more) {

    private static final double ENOUGH_EMOTION = 0.03;

    /** Copies the list. */
    public ScoreCard {
        more = List.copyOf(more);
    }

    /**
     * Measures a script.
     *
     * @param examples texts that the writer saw
     * @param competitors scripts of others, which it should not resemble
     */
    public static ScoreCard of(
            ReelScript script,
            BrandProfile brand,
            ScriptRequest request,
            List<String> examples,
            List<String> competitors) {
        Lexicon lexicon = Lexicon.of(request.language());
        Mood mood = lexicon.mood(script.spoken());
        String brief = brand.name() + " " + brand.offer() + " "
                + String.join(" ", brand.audience().painPoints());
        return new ScoreCard(
                lexicon.readability(script.spoken()),
                BrandFit.of(script, brand, lexicon),
                Math.min(1, mood.emotion(request.emotion().name()) / ENOUGH_EMOTION),
                mood.sentiment(),
                Words.count(script.spoken()) / lexicon.wordsPerSecond(),
                request.seconds(),
                Creativity.of(script, brief, examples, lexicon),
                Creativity.closest(script, competitors),
                List.of());
    }

    /** Returns a copy with other scores of what the application measures besides. */
    public ScoreCard with(List<Score> scores) {
        return new ScoreCard(readability, brand, emotion, sentiment, spoken, allowed, creativity, competitors, scores);
    }

    /** Returns one of the scores that the application measures besides. */
    public Optional<Score> score(String name) {
        return more.stream().filter(score -> score.name().equals(name)).findFirst();
    }

    /** Returns one number, 0 to 100: brand 30 %, readability, emotion and creativity 20 % each, own words 10 %. */
    public double overall() {
        return 0.30 * brand.score()
                + 0.20 * readability
                + 20 * emotion
                + 0.20 * creativity.score()
                + 10 * (1 - competitors);
    }

    /** Returns the card in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "overall %.0f | readability %.0f, brand %.0f, tone %.2f, emotion %.2f, creativity %.0f,"
                        + " spoken %.1f s of %d s",
                overall(),
                readability,
                brand.score(),
                brand.tone(),
                emotion,
                creativity.score(),
                spoken,
                allowed);
    }
}
