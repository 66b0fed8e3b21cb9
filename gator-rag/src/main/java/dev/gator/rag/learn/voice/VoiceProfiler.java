package dev.gator.rag.learn.voice;

import dev.gator.content.Language;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.validate.Measure;
import dev.gator.rag.validate.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns how a brand sounds from texts it stands by, and measures how much another text sounds like it. The formula is in
 * the guide to the studio. Immutable and thread-safe.
 */
public final class VoiceProfiler {

    private static final int MOST_WORDS = 30;
    private static final double COMMON = 0.2;

    private final @Nullable EmbeddingModel embeddings;

    private VoiceProfiler(@Nullable EmbeddingModel embeddings) {
        this.embeddings = embeddings;
    }

    /** Returns a profiler that looks at words only. */
    public static VoiceProfiler ofWords() {
        return new VoiceProfiler(null);
    }

    /** Returns a profiler that looks at words and meaning. */
    public static VoiceProfiler with(EmbeddingModel model) {
        return new VoiceProfiler(model);
    }

    /** Learns a voice from texts; ten or more make a good profile. */
    public VoiceProfile learn(Language language, List<String> texts) {
        Require.notEmpty("texts to learn a voice from", texts);
        Lexicon lexicon = Lexicon.of(language);
        Map<String, Double> habits =
                mean(texts.stream().map(text -> Habits.of(text, lexicon)).toList());
        List<String> words = recurring(texts, lexicon);
        List<Embedding> meanings = embeddings == null
                ? List.of()
                : embeddings.embed(EmbeddingRequest.of(texts)).embeddings();
        List<Double> centre = Centre.of(meanings);
        return new VoiceProfile(
                language,
                texts.size(),
                habits,
                spreads(texts, habits, lexicon),
                words,
                texts.stream()
                        .mapToDouble(text -> share(text, words, lexicon))
                        .average()
                        .orElse(0),
                mean(texts.stream().map(text -> lexicon.mood(text).tones()).toList()),
                centre,
                meanings.stream()
                        .mapToDouble(one -> Centre.cosine(centre, one))
                        .average()
                        .orElse(0));
    }

    /** Returns how much a text sounds like a voice, 0 to 100, with the habits that differ most. */
    public Score score(VoiceProfile profile, String text) {
        Lexicon lexicon = Lexicon.of(profile.language());
        Map<String, Double> fits = new TreeMap<>();
        Habits.of(text, lexicon).forEach((name, value) -> fits.put(name, fit(profile, name, value)));
        double habits = fits.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        double words =
                profile.wordShare() == 0 ? 1 : Math.min(1, share(text, profile.words(), lexicon) / profile.wordShare());
        double tone = Centre.cosine(profile.tones(), lexicon.mood(text).tones());
        boolean byMeaning = embeddings != null && profile.closeness() > 0;
        double score = byMeaning
                ? 30 * habits + 20 * words + 20 * tone + 30 * meaning(profile, text)
                : 40 * habits + 30 * words + 30 * tone;
        return new Score("voice", Math.max(0, Math.min(100, score)), strange(profile, fits, text, lexicon));
    }

    /** Returns how alike a set of scripts sounds, 0 to 100: each is held against the voice of all the others. */
    public double consistency(Language language, List<ReelScript> scripts) {
        Require.that(scripts.size() >= 2, "consistency needs two scripts, there are " + scripts.size());
        List<String> texts = scripts.stream().map(ReelScript::spoken).toList();
        double sum = 0;
        for (int i = 0; i < texts.size(); i++) {
            List<String> others = new ArrayList<>(texts);
            others.remove(i);
            sum += score(learn(language, others), texts.get(i)).value();
        }
        return sum / texts.size();
    }

    /** Returns the measure of scripts by this voice, for the score card; a script in another language scores 0. */
    public Measure measure(VoiceProfile profile) {
        return (script, brand, request) ->
                request.language().base().equals(profile.language().base())
                        ? score(profile, script.spoken())
                        : new Score("voice", 0, List.of("the voice was learned in " + profile.language()));
    }

    private double meaning(VoiceProfile profile, String text) {
        if (embeddings == null) {
            return 0;
        }
        Embedding own = embeddings.embed(EmbeddingRequest.of(text)).embeddings().get(0);
        return Math.max(0, Math.min(1, Centre.cosine(profile.centre(), own) / profile.closeness()));
    }

    private static double fit(VoiceProfile profile, String habit, double value) {
        double spread =
                Math.max(profile.spreads().getOrDefault(habit, 0.0), Habits.LEAST_SPREAD.getOrDefault(habit, 1.0));
        double off = (value - profile.habits().getOrDefault(habit, value)) / spread;
        return Math.exp(-off * off / 2);
    }

    private static List<String> strange(VoiceProfile profile, Map<String, Double> fits, String text, Lexicon lexicon) {
        Map<String, Double> habits = Habits.of(text, lexicon);
        return fits.entrySet().stream()
                .filter(fit -> fit.getValue() < 0.5)
                .sorted(Map.Entry.comparingByValue())
                .limit(3)
                .map(fit -> String.format(
                        Locale.ROOT,
                        "%s %.2f, usually %.2f",
                        fit.getKey(),
                        habits.get(fit.getKey()),
                        profile.habits().get(fit.getKey())))
                .toList();
    }

    private static Map<String, Double> mean(List<Map<String, Double>> all) {
        Map<String, Double> mean = new TreeMap<>();
        all.forEach(one -> one.forEach((name, value) -> mean.merge(name, value / all.size(), Double::sum)));
        return mean;
    }

    private static Map<String, Double> spreads(List<String> texts, Map<String, Double> means, Lexicon lexicon) {
        Map<String, Double> squares = new TreeMap<>();
        for (String text : texts) {
            Habits.of(text, lexicon).forEach((name, value) -> {
                double off = value - means.getOrDefault(name, 0.0);
                squares.merge(name, off * off / texts.size(), Double::sum);
            });
        }
        squares.replaceAll((name, square) -> Math.sqrt(square));
        return squares;
    }

    private static List<String> recurring(List<String> texts, Lexicon lexicon) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(
                text -> new HashSet<>(lexicon.content(text)).forEach(word -> counts.merge(word, 1, Integer::sum)));
        double least = Math.max(Math.min(2, texts.size()), COMMON * texts.size());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double share(String text, List<String> words, Lexicon lexicon) {
        List<String> content = lexicon.content(text);
        Set<String> wanted = Set.copyOf(words);
        return content.isEmpty() ? 0 : content.stream().filter(wanted::contains).count() / (double) content.size();
    }
}
