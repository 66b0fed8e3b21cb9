package dev.gator.rag.studio.shot;

import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.BannedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words of a script, cut into shots with their lengths, before anybody has imagined a picture. */
record Storyboard(ReelScript script, int seconds, List<Cut> cuts, Scenery scenery, BannedWords banned) {

    private static final int SHORTEST = 2;

    /** Some words that are said over one picture. */
    record Cut(ReelField part, String spoken, int seconds) {}

    static Storyboard of(BrandProfile brand, ReelResult reel) {
        Lexicon lexicon = Lexicon.of(reel.request().language());
        ReelScript script = reel.script();
        int seconds = reel.request().seconds();
        List<Cut> cuts = new ArrayList<>();
        cuts.add(new Cut(ReelField.HOOK, script.hook(), 0));
        int room = seconds / SHORTEST - 2;
        merged(Words.sentences(script.body()), room).forEach(text -> cuts.add(new Cut(ReelField.BODY, text, 0)));
        cuts.add(new Cut(ReelField.CTA, script.cta(), 0));
        List<Cut> spoken = cuts.stream().filter(cut -> !cut.spoken.isBlank()).toList();
        return new Storyboard(
                script,
                seconds,
                timed(spoken, seconds),
                Scenery.of(brand, reel.request()),
                BannedWords.of(brand.doNotUse(), lexicon.language()));
    }

    ShotPlan plan() {
        return plan(new ShotIdeas(List.of(), ""));
    }

    /** Takes from a model what is usable, and the rest from the rules. */
    ShotPlan plan(ShotIdeas ideas) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            Shot byRule = scenery.shot(cut, i);
            shots.add(ideas.of(i + 1).map(idea -> better(byRule, idea)).orElse(byRule));
        }
        String thumbnail = usable(ideas.thumbnail(), ShotPlan.THUMBNAIL_WORDS).orElseGet(this::thumbnail);
        return new ShotPlan(seconds, shots, thumbnail);
    }

    /** Returns the words as a model sees them. */
    String numbered() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            text.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(". (")
                    .append(cut.seconds)
                    .append(" s) ")
                    .append(cut.spoken.replaceAll("(?i)</?script>", " "));
        }
        return text.toString();
    }

    /** Returns the first words that stand by themselves and fit: of the hook, of the body, of the call to action. */
    private String thumbnail() {
        return cuts.stream()
                .flatMap(cut -> Phrases.whole(cut.spoken, ShotPlan.THUMBNAIL_WORDS).stream())
                .findFirst()
                .orElseGet(() -> Phrases.cut(script.hook(), ShotPlan.THUMBNAIL_WORDS));
    }

    private Shot better(Shot byRule, ShotIdeas.Idea idea) {
        return new Shot(
                byRule.part(),
                byRule.seconds(),
                byRule.spoken(),
                usable(idea.visual(), Integer.MAX_VALUE).orElse(byRule.visual()),
                usable(idea.onScreen(), Shot.MOST_WORDS).orElse(byRule.onScreen()),
                usable(idea.image(), Integer.MAX_VALUE).orElse(byRule.image()),
                usable(idea.broll(), Integer.MAX_VALUE).orElse(byRule.broll()));
    }

    private Optional<String> usable(String text, int mostWords) {
        boolean good = !text.isBlank()
                && Words.count(text) <= mostWords
                && banned.in(text).isEmpty();
        return good ? Optional.of(text.strip()) : Optional.empty();
    }

    /** Joins neighbours, the shortest first, until there are few enough. */
    private static List<String> merged(List<String> sentences, int most) {
        List<String> merged = new ArrayList<>(sentences);
        while (merged.size() > Math.max(1, most)) {
            int shortest = 0;
            for (int i = 1; i + 1 < merged.size(); i++) {
                shortest = words(merged, i) < words(merged, shortest) ? i : shortest;
            }
            merged.set(shortest, merged.get(shortest) + " " + merged.remove(shortest + 1));
        }
        return merged;
    }

    private static int words(List<String> sentences, int first) {
        return Words.count(sentences.get(first)) + Words.count(sentences.get(first + 1));
    }

    /** Deals out the seconds by the number of words, at least one each; what is left goes where most was cut off. */
    private static List<Cut> timed(List<Cut> cuts, int seconds) {
        double words = cuts.stream().mapToInt(Storyboard::weight).sum();
        int spare = seconds - cuts.size();
        int[] dealt = new int[cuts.size()];
        List<Integer> byRest = new ArrayList<>();
        for (int i = 0; i < dealt.length; i++) {
            dealt[i] = 1 + (int) (spare * weight(cuts.get(i)) / words);
            byRest.add(i);
        }
        byRest.sort(
                (one, other) -> Double.compare(rest(spare, cuts.get(other), words), rest(spare, cuts.get(one), words)));
        int left = seconds - Arrays.stream(dealt).sum();
        for (int i = 0; i < left; i++) {
            dealt[byRest.get(i % byRest.size())]++;
        }
        List<Cut> timed = new ArrayList<>();
        for (int i = 0; i < dealt.length; i++) {
            timed.add(new Cut(cuts.get(i).part, cuts.get(i).spoken, dealt[i]));
        }
        return timed;
    }

    private static double rest(int spare, Cut cut, double words) {
        double share = spare * weight(cut) / words;
        return share - Math.floor(share);
    }

    private static int weight(Cut cut) {
        return Math.max(1, Words.count(cut.spoken));
    }
}
