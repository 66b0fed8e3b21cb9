package dev.gator.rag.batch;

import dev.gator.content.Language;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.CtaStyle;
import dev.gator.rag.script.Emotion;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.script.TargetAudience;
import java.util.List;

/** A brief as text in a table. What was ordered with an older Gator must stay readable: fields are only added. */
record BriefJson(Brand brand, Wish wish) {

    record Brand(
            String name,
            String sector,
            List<String> voice,
            TargetAudience audience,
            String offer,
            String platform,
            CtaStyle ctaStyle,
            List<String> facts,
            List<String> doNotUse) {

        static Brand of(BrandProfile brand) {
            return new Brand(
                    brand.name(),
                    brand.sector().name(),
                    brand.voice().stream().map(voice -> voice.name()).toList(),
                    brand.audience(),
                    brand.offer(),
                    brand.platform(),
                    brand.ctaStyle(),
                    brand.facts(),
                    brand.doNotUse());
        }

        BrandProfile profile() {
            return BrandProfile.builder(name)
                    .sector(Sector.of(sector))
                    .voice(voice.toArray(String[]::new))
                    .audience(everybody -> audience)
                    .offer(offer)
                    .platform(platform)
                    .ctaStyle(ctaStyle)
                    .facts(facts.toArray(String[]::new))
                    .doNotUse(doNotUse.toArray(String[]::new))
                    .build();
        }
    }

    record Wish(Goal goal, String hook, String emotion, int seconds, String language, String cta, long seed) {

        static Wish of(ScriptRequest request) {
            return new Wish(
                    request.goal(),
                    request.hook().name(),
                    request.emotion().name(),
                    request.seconds(),
                    request.language().tag(),
                    request.cta(),
                    request.seed());
        }

        ScriptRequest request() {
            return new ScriptRequest(
                    goal, HookType.of(hook), Emotion.of(emotion), seconds, Language.of(language), cta, seed);
        }
    }

    static String write(BatchItem item) {
        return JsonBinding.write(new BriefJson(Brand.of(item.brand()), Wish.of(item.request())))
                .toString();
    }

    static BatchItem read(String key, String text) {
        BriefJson brief = JsonBinding.read(Json.parse(text), BriefJson.class);
        return new BatchItem(key, brief.brand().profile(), brief.wish().request());
    }
}
