package dev.gator.rag.validate;

import dev.gator.content.Language;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.BrandVoice;
import dev.gator.rag.script.Glossary;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well a script fits its brand.
 *
 * @param score 0 to 100: 30 for the name, 40 for the words of the offer, 30 for the tone
 * @param tone how near the tone is to the brand's voices, 0 to 1
 * @param phrases the words it comes from
 */
public record BrandFit(double score, double tone, List<String> phrases) {

    private static final double PRIOR = 0.01;

    /** Copies the list. */
    public BrandFit {
        phrases = List.copyOf(phrases);
    }

    static BrandFit of(ReelScript script, BrandProfile brand, Lexicon lexicon) {
        String all = script.spoken() + " " + script.caption();
        List<String> phrases = new ArrayList<>();
        boolean named = Words.fold(all).contains(Words.fold(brand.name()));
        if (named) {
            phrases.add(brand.name());
        }
        Set<String> wanted = new LinkedHashSet<>(lexicon.content(offer(brand, lexicon.language())));
        List<String> words = lexicon.content(all);
        wanted.stream().filter(words::contains).forEach(phrases::add);
        double offered =
                wanted.isEmpty() ? 1 : wanted.stream().filter(words::contains).count() / (double) wanted.size();
        double tone = tone(lexicon.mood(all).tones(), target(brand));
        return new BrandFit((named ? 30 : 0) + 40 * offered + 30 * tone, tone, phrases);
    }

    /** Returns how alike the tones of several scripts are: the mean of all pairs, 0 to 1. */
    public static double consistency(List<ReelScript> scripts, Language language) {
        Lexicon lexicon = Lexicon.of(language);
        List<Map<String, Double>> tones = scripts.stream()
                .map(script -> lexicon.mood(script.spoken()).tones())
                .toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < tones.size(); i++) {
            for (int j = i + 1; j < tones.size(); j++) {
                sum += cosine(tones.get(i), tones.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }

    private static String offer(BrandProfile brand, Language language) {
        return Glossary.of(language).find(brand.offer()).orElse(brand.offer());
    }

    private static Map<String, Double> target(BrandProfile brand) {
        Map<String, Double> target = new HashMap<>();
        double weight = 1;
        for (BrandVoice voice : brand.voice()) {
            target.put(voice.name(), weight);
            weight *= 0.8;
        }
        return target;
    }

    private static double tone(Map<String, Double> measured, Map<String, Double> target) {
        Map<String, Double> smooth = new HashMap<>(measured);
        target.forEach((voice, weight) -> smooth.merge(voice, PRIOR * weight, Double::sum));
        return cosine(smooth, target);
    }

    private static double cosine(Map<String, Double> left, Map<String, Double> right) {
        double dot = left.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * right.getOrDefault(entry.getKey(), 0.0))
                .sum();
        double lengths = length(left) * length(right);
        return lengths == 0 ? 0 : Math.min(1, dot / lengths);
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(
                vector.values().stream().mapToDouble(value -> value * value).sum());
    }
}
