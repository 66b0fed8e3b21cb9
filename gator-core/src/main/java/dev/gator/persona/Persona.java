package dev.gator.persona;

import dev.gator.error.Require;
import dev.gator.guard.Disclosure;
import dev.gator.guard.MinorMarkers;
import dev.gator.guard.RatingLimits;
import dev.gator.json.JsonObject;
import dev.gator.media.VoiceProfile;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks: identity, look, character, manner of speech, limits. Immutable; an edit makes the next version.
 *
 * <pre>{@code
 * Persona emma = Persona.builder("Emma")
 *         .appearance("28, wavy blonde hair, business casual")
 *         .personality("curious, direct, kind")
 *         .themes("fashion", "slow travel")
 *         .build();
 * Persona calmer = emma.with(edit -> edit.personality("curious, direct, calm"));
 * }</pre>
 */
public final class Persona {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final String id;
    private final int version;
    private final String name;
    private final Appearance appearance;
    private final String personality;
    private final List<String> themes;
    private final Background background;
    private final Psychology psychology;
    private final Speech speech;
    private final RatingLimits ratings;
    private final Map<ModelRole, String> models;
    private final @Nullable VoiceProfile voice;

    private Persona(Builder builder) {
        this.name = checkedName(builder.name);
        this.id = builder.id.isEmpty() ? idOf(name) : builder.id;
        Require.that(ID.matcher(id).matches(), "persona id '" + id + "' is not 1 to 100 of a-z, 0-9 and -");
        this.version = Require.range("persona version", builder.version, 1, Integer.MAX_VALUE);
        this.appearance = builder.appearance;
        this.personality = Bounds.optional("personality", builder.personality, 10, 2_000);
        this.themes = Bounds.phrases("theme", builder.themes, 10, 100);
        this.background = builder.background;
        this.psychology = builder.psychology;
        this.speech = builder.speech;
        this.ratings = builder.ratings;
        this.models = Bounds.texts(ModelRole.class, builder.models, role -> 200);
        this.voice = builder.voice;
        MinorMarkers.refuse(ratings.most(), describe());
    }

    /** Starts a persona; everything but the name has a default. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Reads a persona that {@link #toJson()} wrote, or that somebody wrote by hand. Unknown members are ignored;
     * {@link PersonaReading} tells which.
     */
    public static Persona parse(String json) {
        return PersonaReading.of(json).persona();
    }

    /** Returns the next version of this persona, with these changes; the id stays, also if the name changes. */
    public Persona with(UnaryOperator<Builder> edit) {
        Builder next = edit.apply(toBuilder());
        next.id = id;
        next.version = version + 1;
        return next.build();
    }

    /** Returns the key that stays the same over all versions. */
    public String id() {
        return id;
    }

    /** Returns which edition this is, from 1. */
    public int version() {
        return version;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns how it looks. */
    public Appearance appearance() {
        return appearance;
    }

    /** Returns its character in free words, or an empty text. */
    public String personality() {
        return personality;
    }

    /** Returns what it talks about. */
    public List<String> themes() {
        return themes;
    }

    /** Returns where it comes from. */
    public Background background() {
        return background;
    }

    /** Returns how it ticks. */
    public Psychology psychology() {
        return psychology;
    }

    /** Returns how it talks. */
    public Speech speech() {
        return speech;
    }

    /** Returns which content ratings it allows. */
    public RatingLimits ratings() {
        return ratings;
    }

    /** Returns the model it prefers for something. */
    public Optional<String> model(ModelRole role) {
        return Optional.ofNullable(models.get(role));
    }

    /** Returns all models it prefers. */
    public Map<ModelRole, String> models() {
        return models;
    }

    /** Returns how it speaks aloud, if that was set. */
    public Optional<VoiceProfile> voice() {
        return Optional.ofNullable(voice);
    }

    /** Returns how it tells that it is an AI. */
    public Disclosure disclosure() {
        return Disclosure.of(name);
    }

    /**
     * Returns everything as JSON; {@link #parse} makes an equal persona of it. A real person's voice is left out, because
     * the grant behind it is more than data.
     */
    public JsonObject toJson() {
        return PersonaJson.write(this);
    }

    /** Returns a builder with everything of this persona, its id and version too. */
    public Builder toBuilder() {
        Builder copy = new Builder(name);
        copy.id = id;
        copy.version = version;
        copy.appearance = appearance;
        copy.personality = personality;
        copy.themes = themes;
        copy.background = background;
        copy.psychology = psychology;
        copy.speech = speech;
        copy.ratings = ratings;
        copy.models = models;
        copy.voice = voice;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Persona that && toJson().equals(that.toJson());
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + version;
    }

    @Override
    public String toString() {
        return name + " (" + id + " v" + version + ")";
    }

    private String describe() {
        return String.join(" ", appearance.features().values()) + " " + appearance.description() + " " + personality
                + " " + String.join(" ", themes) + " "
                + String.join(" ", background.facts().values());
    }

    private static String checkedName(String name) {
        String stripped = Require.text("persona name", name).strip();
        Require.length("persona name", stripped, 2, 100);
        Require.that(
                stripped.chars().noneMatch(c -> c < 32 || "<>&'".indexOf(c) >= 0),
                "persona name '" + stripped + "' has one of < > & ' or a control character");
        return stripped;
    }

    private static String idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "persona-" + Integer.toHexString(name.hashCode()) : plain;
    }

    /** Collects a persona. */
    public static final class Builder {
        private String id = "";
        private int version = 1;
        private String name;
        private Appearance appearance = Appearance.UNSPECIFIED;
        private String personality = "";
        private List<String> themes = List.of();
        private Background background = Background.UNSPECIFIED;
        private Psychology psychology = Psychology.UNSPECIFIED;
        private Speech speech = Speech.PLAIN;
        private RatingLimits ratings = RatingLimits.SFW;
        private Map<ModelRole, String> models = Map.of();
        private @Nullable VoiceProfile voice;

        private Builder(String name) {
            this.name = name;
        }

        /** Sets the key; without it, one is made from the name. */
        public Builder id(String key) {
            this.id = Require.text("persona id", key);
            return this;
        }

        /** Sets the edition; edits count by themselves. */
        public Builder version(int edition) {
            this.version = edition;
            return this;
        }

        /** Sets the name: 2 to 100 characters without {@code < > & '}. */
        public Builder name(String text) {
            this.name = text;
            return this;
        }

        /** Describes how it looks, 10 to 2,000 characters, and keeps its features. */
        public Builder appearance(String description) {
            return appearance(appearance.described(description));
        }

        /** Sets how it looks. */
        public Builder appearance(Appearance look) {
            this.appearance = look;
            return this;
        }

        /** Sets its character in free words, 10 to 2,000 characters. */
        public Builder personality(String character) {
            this.personality = character;
            return this;
        }

        /** Sets what it talks about, at most 10 themes. */
        public Builder themes(String... subjects) {
            return themes(List.of(subjects));
        }

        /** Sets what it talks about, at most 10 themes. */
        public Builder themes(List<String> subjects) {
            this.themes = subjects;
            return this;
        }

        /** Sets where it comes from. */
        public Builder background(Background past) {
            this.background = past;
            return this;
        }

        /** Sets how it ticks. */
        public Builder psychology(Psychology mind) {
            this.psychology = mind;
            return this;
        }

        /** Sets how it talks. */
        public Builder speech(Speech manner) {
            this.speech = manner;
            return this;
        }

        /** Changes how it talks. */
        public Builder speech(UnaryOperator<Speech.Builder> change) {
            return speech(change.apply(speech.toBuilder()).build());
        }

        /** Sets which content ratings it allows; it can only narrow what tenant, platform and audience allow. */
        public Builder ratings(RatingLimits limits) {
            this.ratings = limits;
            return this;
        }

        /** Sets the model it prefers for something. */
        public Builder model(ModelRole role, String id) {
            EnumMap<ModelRole, String> copy = new EnumMap<>(ModelRole.class);
            copy.putAll(models);
            copy.put(role, id);
            this.models = copy;
            return this;
        }

        /** Sets how it speaks aloud. */
        public Builder voice(VoiceProfile profile) {
            this.voice = profile;
            return this;
        }

        Builder models(Map<ModelRole, String> all) {
            this.models = all;
            return this;
        }

        /** Returns the persona, or refuses the value that is out of bounds. */
        public Persona build() {
            return new Persona(this);
        }
    }
}
