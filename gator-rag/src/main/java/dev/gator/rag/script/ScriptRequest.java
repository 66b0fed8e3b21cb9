package dev.gator.rag.script;

import dev.gator.content.Language;
import dev.gator.error.Require;

/**
 * What is wanted.
 *
 * @param goal what it should achieve
 * @param hook how it should begin
 * @param emotion what a viewer should feel
 * @param seconds how long it may be, 15 to 60
 * @param language in which language
 * @param cta the call to action in the brand's own words; empty to have one written
 * @param seed which of the many possible scripts an offline writer makes
 */
public record ScriptRequest(
        Goal goal, HookType hook, Emotion emotion, int seconds, Language language, String cta, long seed) {

    /** Checks the bounds. */
    public ScriptRequest {
        Require.range("seconds", seconds, 15, 60);
        Require.length("call to action", cta, 0, 120);
    }

    /** Returns a request for thirty English seconds that begin with a question. */
    public static ScriptRequest goal(Goal goal) {
        return new ScriptRequest(goal, HookType.QUESTION, Emotion.CURIOSITY, 30, Language.EN, "", 1);
    }

    /** Returns a copy that begins another way. */
    public ScriptRequest hook(HookType type) {
        return new ScriptRequest(goal, type, emotion, seconds, language, cta, seed);
    }

    /** Returns a copy for another feeling. */
    public ScriptRequest emotion(String name) {
        return new ScriptRequest(goal, hook, Emotion.of(name), seconds, language, cta, seed);
    }

    /** Returns a copy of another length. */
    public ScriptRequest seconds(int most) {
        return new ScriptRequest(goal, hook, emotion, most, language, cta, seed);
    }

    /** Returns a copy in another language, such as {@code es}. */
    public ScriptRequest language(String tag) {
        return new ScriptRequest(goal, hook, emotion, seconds, Language.of(tag), cta, seed);
    }

    /** Returns a copy with the brand's own call to action. */
    public ScriptRequest cta(String words) {
        return new ScriptRequest(goal, hook, emotion, seconds, language, words, seed);
    }

    /** Returns a copy with another seed. */
    public ScriptRequest seed(long number) {
        return new ScriptRequest(goal, hook, emotion, seconds, language, cta, number);
    }
}
