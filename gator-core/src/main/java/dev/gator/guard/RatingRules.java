package dev.gator.guard;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides which content rating holds: the strictest of tenant, platform, persona, request and audience. Nothing can widen
 * what another rule narrows; an unknown platform and an unknown age mean safe for everybody. Immutable.
 */
public final class RatingRules {

    private static final int ADULT = 18;

    private final Map<String, PlatformRule> platforms;

    private RatingRules(Map<String, PlatformRule> platforms) {
        this.platforms = Map.copyOf(platforms);
    }

    /** Returns the rules with the platforms that Gator ships as data; check them against the platforms' own pages. */
    public static RatingRules standard() {
        return new RatingRules(byName(PlatformRules.shipped()));
    }

    /**
     * Returns the rules with the platforms of a JSON text of the same form as the shipped one.
     *
     * @throws GatorException with {@link GuardError#BAD_PLATFORM_RULES} naming the entry
     */
    public static RatingRules parse(String json) {
        return new RatingRules(byName(PlatformRules.parse(json)));
    }

    /** Returns a copy in which the given platforms' rules replace or join the known ones. */
    public RatingRules with(PlatformRule... rules) {
        Map<String, PlatformRule> copy = new TreeMap<>(platforms);
        copy.putAll(byName(List.of(rules)));
        return new RatingRules(copy);
    }

    /** Returns what is known about a platform. */
    public Optional<PlatformRule> platform(String name) {
        return Optional.ofNullable(platforms.get(RatingLimits.platformName(name)));
    }

    /** Returns the rating that holds where nothing special is asked for. */
    public RatingDecision decide(RatingLimits tenant, RatingLimits persona, Audience audience) {
        return decide(tenant, persona, audience, ContentRating.NSFW);
    }

    /** Returns the rating that holds where {@code requested} is asked for; it may be stricter than that. */
    public RatingDecision decide(
            RatingLimits tenant, RatingLimits persona, Audience audience, ContentRating requested) {
        Strictest strictest = new Strictest();
        strictest.add("the request asks for at most", requested);
        strictest.add("the tenant allows", tenant.most());
        strictest.add("the persona allows", persona.most());
        strictest.add("the audience's age allows", ofAge(audience));
        audience.platform().ifPresent(name -> addPlatform(strictest, name, tenant, persona));
        ContentRating rating = strictest.rating;
        boolean warning = audience.platform()
                .flatMap(this::platform)
                .map(rule -> rule.warned().contains(rating))
                .orElse(false);
        return new RatingDecision(rating, persona.usual().stricter(rating), warning, strictest.reasons);
    }

    /**
     * Returns {@code requested} if all rules allow it.
     *
     * @throws GatorException with {@link GuardError#RATING_TOO_HIGH} and the reasons, or with
     *     {@link GuardError#CONTENT_NOT_ALLOWED} if the text suggests a minor and the rating is above
     *     {@link ContentRating#SFW}
     */
    public ContentRating require(
            ContentRating requested, String text, RatingLimits tenant, RatingLimits persona, Audience audience) {
        MinorMarkers.refuse(requested, text);
        RatingDecision decision = decide(tenant, persona, audience, requested);
        if (!requested.fits(decision.rating())) {
            throw new GatorException(
                    GuardError.RATING_TOO_HIGH,
                    requested + " was asked for, allowed is " + decision.rating() + ": "
                            + String.join(", ", decision.reasons()));
        }
        return requested;
    }

    private void addPlatform(Strictest strictest, String name, RatingLimits tenant, RatingLimits persona) {
        PlatformRule rule = platforms.get(name);
        if (rule == null) {
            strictest.add("the unknown platform " + name + " allows", ContentRating.SFW);
            return;
        }
        strictest.add("the platform " + name + " allows", rule.most());
        strictest.add("on " + name + " the tenant allows", tenant.mostOn(name));
        strictest.add("on " + name + " the persona allows", persona.mostOn(name));
    }

    private static ContentRating ofAge(Audience audience) {
        return audience.age().orElse(0) >= ADULT ? ContentRating.NSFW : ContentRating.SFW;
    }

    private static Map<String, PlatformRule> byName(List<PlatformRule> rules) {
        Map<String, PlatformRule> map = new TreeMap<>();
        rules.forEach(rule -> map.put(rule.name(), rule));
        return map;
    }

    private static final class Strictest {
        private ContentRating rating = ContentRating.NSFW;
        private final List<String> reasons = new ArrayList<>();

        void add(String who, ContentRating most) {
            rating = rating.stricter(most);
            reasons.add(who + " " + most);
        }
    }
}
