package dev.gator.rag.script;

import dev.gator.content.Sha256;
import dev.gator.json.Describe;
import dev.gator.json.JsonBinding;
import java.util.List;

/**
 * A script as it was written, right or wrong; whether it follows the rules is for a validator to say.
 *
 * @param hook the first three seconds
 * @param body what is said after it
 * @param cta the call to action
 * @param caption the text under the video
 * @param hashtags the hashtags, each with its {@code #}
 */
public record ReelScript(
        @Describe("the spoken words of the first three seconds") String hook,
        @Describe("the spoken words after the hook") String body,
        @Describe("the spoken call to action") String cta,
        @Describe("the text under the video") String caption,
        @Describe("hashtags, each beginning with #") List<String> hashtags) {

    /** Trims the texts and copies the hashtags. */
    public ReelScript {
        hook = hook.strip();
        body = body.strip();
        cta = cta.strip();
        caption = caption.strip();
        hashtags = List.copyOf(hashtags);
    }

    /** Returns a name made from the content: the same words have the same name, wherever and whenever they were written. */
    public String id() {
        return "reel-" + Sha256.of(JsonBinding.write(this).canonical()).substring(0, 16);
    }

    /** Returns what is said aloud. */
    public String spoken() {
        return hook + " " + body + " " + cta;
    }

    /** Returns one part as text. */
    public String text(ReelField field) {
        return switch (field) {
            case HOOK -> hook;
            case BODY -> body;
            case CTA -> cta;
            case CAPTION -> caption;
            case HASHTAGS -> String.join(" ", hashtags);
        };
    }
}
