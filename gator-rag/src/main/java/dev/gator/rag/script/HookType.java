package dev.gator.rag.script;

import java.util.List;

/**
 * How the first three seconds catch somebody; applications add their own.
 *
 * @param name lower-case letters, digits and underscores
 */
public record HookType(String name) {

    /** The catalogue's {@code question}. */
    public static final HookType QUESTION = new HookType("question");

    /** The catalogue's {@code bold_claim}. */
    public static final HookType BOLD_CLAIM = new HookType("bold_claim");

    /** The catalogue's {@code relatable}. */
    public static final HookType RELATABLE = new HookType("relatable");

    /** The catalogue's {@code shocking}. */
    public static final HookType SHOCKING = new HookType("shocking");

    /** The catalogue's {@code curiosity}. */
    public static final HookType CURIOSITY = new HookType("curiosity");

    /** The catalogue's {@code statistic}. */
    public static final HookType STATISTIC = new HookType("statistic");

    /** The catalogue's {@code story}. */
    public static final HookType STORY = new HookType("story");

    /** Whichever has worked best, as far as anybody knows; a request may ask for it, a script never has it. */
    public static final HookType ANY = new HookType("any");

    /** Checks the name. */
    public HookType {
        name = Slug.of("hook type", name);
    }

    /** Returns one of the catalogue's, or a new one. */
    public static HookType of(String name) {
        return new HookType(name);
    }

    /** Returns those that Gator knows. */
    public static List<HookType> known() {
        return List.of(QUESTION, BOLD_CLAIM, RELATABLE, SHOCKING, CURIOSITY, STATISTIC, STORY);
    }

    /** Returns the name in plain words. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
