package dev.gator.rag.script;

import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who speaks. Immutable. */
public final class BrandProfile {

    private final String name;
    private final Sector sector;
    private final List<BrandVoice> voice;
    private final TargetAudience audience;
    private final String offer;
    private final String platform;
    private final CtaStyle ctaStyle;
    private final List<String> facts;
    private final List<String> doNotUse;

    private BrandProfile(Builder builder) {
        this.name = Require.length("brand name", Require.text("brand name", builder.name), 1, 60);
        this.sector = builder.sector;
        this.voice = List.copyOf(builder.voice);
        this.audience = builder.audience;
        this.offer = Require.length("offer", Require.text("offer", builder.offer), 2, 90);
        this.platform = Require.length("platform", Require.text("platform", builder.platform), 2, 40);
        this.ctaStyle = builder.ctaStyle;
        this.facts = List.copyOf(builder.facts);
        this.doNotUse = List.copyOf(builder.doNotUse);
        Require.range("number of voices", voice.size(), 1, 5);
        facts.forEach(fact -> Require.length("fact", Require.text("fact", fact), 4, 160));
        doNotUse.forEach(word -> Require.length("banned word", Require.text("banned word", word), 2, 60));
    }

    /** Starts the profile of a brand. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Returns the brand's name. */
    public String name() {
        return name;
    }

    /** Returns what it does. */
    public Sector sector() {
        return sector;
    }

    /** Returns how it sounds; the first counts most. */
    public List<BrandVoice> voice() {
        return voice;
    }

    /** Returns whom it speaks to. */
    public TargetAudience audience() {
        return audience;
    }

    /** Returns what it offers, as a phrase such as {@code home workout plans}. */
    public String offer() {
        return offer;
    }

    /** Returns where the reel will be shown. */
    public String platform() {
        return platform;
    }

    /** Returns how it asks for the next step. */
    public CtaStyle ctaStyle() {
        return ctaStyle;
    }

    /** Returns true sentences that a script may state; a writer invents no others. */
    public List<String> facts() {
        return facts;
    }

    /** Returns words that no field may hold, in any form. */
    public List<String> doNotUse() {
        return doNotUse;
    }

    /** Returns the same brand with offer, facts and pain points in other words, such as those of another language. */
    public BrandProfile rephrased(UnaryOperator<String> change) {
        Builder other = new Builder(name);
        other.sector = sector;
        other.voice = voice;
        other.audience = audience.rephrased(change);
        other.offer = change.apply(offer);
        other.platform = platform;
        other.ctaStyle = ctaStyle;
        facts.forEach(fact -> other.facts(change.apply(fact)));
        other.doNotUse.addAll(doNotUse);
        return other.build();
    }

    /** Collects what is known about a brand. */
    public static final class Builder {
        private final String name;
        private Sector sector = Sector.of("general");
        private List<BrandVoice> voice = List.of(BrandVoice.FRIENDLY);
        private TargetAudience audience = TargetAudience.EVERYBODY;
        private String offer = "";
        private String platform = "instagram";
        private CtaStyle ctaStyle = CtaStyle.DIRECT;
        private final List<String> facts = new ArrayList<>();
        private final List<String> doNotUse = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Sets what the brand does. */
        public Builder sector(Sector what) {
            this.sector = what;
            return this;
        }

        /** Sets how it sounds; the first counts most. */
        public Builder voice(String... names) {
            this.voice = Stream.of(names).map(BrandVoice::of).toList();
            return this;
        }

        /** Describes whom it speaks to. */
        public Builder audience(UnaryOperator<TargetAudience> change) {
            this.audience = change.apply(audience);
            return this;
        }

        /** Sets what it offers, as a phrase such as {@code home workout plans}. */
        public Builder offer(String what) {
            this.offer = what;
            return this;
        }

        /** Sets where the reel will be shown. */
        public Builder platform(String where) {
            this.platform = where;
            return this;
        }

        /** Sets how it asks for the next step. */
        public Builder ctaStyle(CtaStyle style) {
            this.ctaStyle = style;
            return this;
        }

        /** Adds true sentences that a script may state. */
        public Builder facts(String... sentences) {
            facts.addAll(List.of(sentences));
            return this;
        }

        /** Adds words that no field may hold. */
        public Builder doNotUse(String... words) {
            doNotUse.addAll(List.of(words));
            return this;
        }

        /** Returns the profile; offer and name must be there. */
        public BrandProfile build() {
            return new BrandProfile(this);
        }
    }
}
