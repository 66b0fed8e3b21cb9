package dev.gator.rag.learn.trend;

import dev.gator.call.CallContext;
import dev.gator.call.TimeSource;
import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.Measure;
import dev.gator.rag.validate.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an eye on a source of trends and asks it anew from time to time, on the thread that wants to know. A source that fails spoils no script: what was
 * found last stays, and the score says what happened. Thread-safe.
 */
public final class TrendWatch {

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final int ENOUGH = 3;
    private static final String NAME = "trends";

    private record Found(List<Trend> trends, Instant when, String failure) {}

    private final TrendSource source;
    private final TrendFinder finder;
    private final Language language;
    private final TimeSource time;
    private final Duration every;
    private volatile @Nullable Found found;

    private TrendWatch(TrendSource source, Language language, TrendFinder finder, TimeSource time, Duration every) {
        this.source = source;
        this.language = language;
        this.finder = finder;
        this.time = time;
        this.every = every;
    }

    /** Returns a watch that asks at most every quarter of an hour. */
    public static TrendWatch of(TrendSource source, Language language, TimeSource time) {
        return new TrendWatch(source, language, TrendFinder.of(language), time, USUAL);
    }

    /** Returns a copy that asks at most that often. */
    public TrendWatch every(Duration other) {
        return new TrendWatch(source, language, finder, time, Require.positive("interval", other));
    }

    /** Returns a copy that compares other times. */
    public TrendWatch finding(TrendFinder other) {
        return new TrendWatch(source, language, other, time, every);
    }

    /** Returns the trends, strongest first. */
    public List<Trend> trends(CallContext context) {
        return current(context).trends;
    }

    /** Returns how much a script takes part in what is talked about, 0 to 100, with the topics it takes up. */
    public Score score(ReelScript script, CallContext context) {
        Found now = current(context);
        Set<String> words = words(script);
        List<Trend> taken = now.trends.stream()
                .filter(trend -> words.containsAll(List.of(trend.topic().split(" "))))
                .toList();
        double most = sum(now.trends.stream().limit(ENOUGH).toList());
        double value = most == 0 ? 0 : Math.min(100, 100 * sum(taken) / most);
        List<String> reasons = now.failure.isEmpty()
                ? taken.stream().map(Trend::label).toList()
                : List.of("the source of trends failed: " + now.failure);
        return new Score(NAME, value, reasons);
    }

    /** Returns the measure of scripts by these trends, for the score card; a script in another language scores 0. */
    public Measure measure() {
        return (script, brand, request) -> request.language().base().equals(language.base())
                ? score(script, CallContext.create().withTime(time))
                : new Score(NAME, 0, List.of("the trends are in " + language));
    }

    private Found current(CallContext context) {
        Found last = found;
        Instant now = time.now();
        if (last == null || !now.isBefore(last.when.plus(every))) {
            last = look(context, now, last == null ? List.of() : last.trends);
            found = last;
        }
        return last;
    }

    private Found look(CallContext context, Instant now, List<Trend> before) {
        try {
            return new Found(finder.find(source.mentions(context), now), now, "");
        } catch (GatorException e) {
            return new Found(before, now, e.code().id());
        }
    }

    private Set<String> words(ReelScript script) {
        String tags = script.hashtags().stream().map(Words::unglued).collect(Collectors.joining(" "));
        return new HashSet<>(Lexicon.of(language).words(script.spoken() + " " + script.caption() + " " + tags));
    }

    private static double sum(List<Trend> trends) {
        return trends.stream().mapToDouble(Trend::strength).sum();
    }
}
