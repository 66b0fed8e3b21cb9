package dev.gator.rag.learn;

import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.ScoreCard;
import java.util.Map;
import java.util.TreeMap;

/** What a script is like, in numbers of about 0 to 1. */
final class Features {

    private static final double MOST_WORDS = 15;
    private static final double MOST_CAPTION = 200;
    private static final double MOST_HASHTAGS = 10;

    private Features() {}

    static Map<String, Double> of(ReelResult reel) {
        ReelScript script = reel.script();
        ScoreCard card = reel.report().card();
        Map<String, Double> features = new TreeMap<>();
        features.put("readability", card.readability() / 100);
        features.put("brand", card.brand().score() / 100);
        features.put("tone", card.brand().tone());
        features.put("emotion", card.emotion());
        features.put("sentiment", card.sentiment());
        features.put("creativity", card.creativity().score() / 100);
        features.put("length", card.spoken() / card.allowed());
        features.put("hook words", Words.count(script.hook()) / MOST_WORDS);
        features.put("call words", Words.count(script.cta()) / MOST_WORDS);
        features.put("caption", script.caption().length() / MOST_CAPTION);
        features.put("hashtags", script.hashtags().size() / MOST_HASHTAGS);
        features.put("hook:" + reel.request().hook().name(), 1.0);
        return features;
    }
}
