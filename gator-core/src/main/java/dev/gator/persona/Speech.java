package dev.gator.persona;

import java.util.List;

/**
 * How a persona talks and writes.
 *
 * @param register whose words it uses
 * @param typing how its writing looks
 * @param signaturePhrases what it likes to say, at most 20
 * @param excitableTopics what makes it lively, at most 20
 * @param forbiddenPhrases what it never says, at most 50; phrases about being an AI have no effect here
 * @param warmth how near it comes
 * @param patience how long it stays calm
 * @param formality how polite its words are
 * @param length how much it says
 * @param style how it brings its points
 */
public record Speech(
        Register register,
        Typing typing,
        List<String> signaturePhrases,
        List<String> excitableTopics,
        List<String> forbiddenPhrases,
        Warmth warmth,
        Patience patience,
        Formality formality,
        Length length,
        Style style) {

    /** Plain and friendly talk. */
    public static final Speech PLAIN = builder().build();

    /** Checks the phrases. */
    public Speech {
        signaturePhrases = Bounds.phrases("signature phrase", signaturePhrases, 20, 200);
        excitableTopics = Bounds.phrases("excitable topic", excitableTopics, 20, 100);
        forbiddenPhrases = Bounds.phrases("forbidden phrase", forbiddenPhrases, 50, 200);
    }

    /** Starts with plain talk. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.register = register;
        copy.typing = typing;
        copy.signaturePhrases = signaturePhrases;
        copy.excitableTopics = excitableTopics;
        copy.forbiddenPhrases = forbiddenPhrases;
        copy.warmth = warmth;
        copy.patience = patience;
        copy.formality = formality;
        copy.length = length;
        copy.style = style;
        return copy;
    }

    /** Whose words somebody uses. */
    public enum Register {
        /** Everybody's. */
        PLAIN,
        /** A worker's. */
        BLUE_COLLAR,
        /** A scholar's. */
        ACADEMIC,
        /** A founder's. */
        TECH_BRO,
        /** The street's. */
        STREET,
        /** An office's. */
        CORPORATE,
        /** The American South's. */
        SOUTHERN,
        /** A millennial's. */
        MILLENNIAL,
        /** Generation Z's. */
        GEN_Z
    }

    /** How near somebody comes. */
    public enum Warmth {
        /** Keeps people away. */
        COLD,
        /** Polite. */
        NEUTRAL,
        /** Kind. */
        WARM,
        /** Like an old friend. */
        BUDDY
    }

    /** How long somebody stays calm. */
    public enum Patience {
        /** Not long. */
        SHORT_FUSE,
        /** As long as most. */
        NORMAL,
        /** Long. */
        PATIENT,
        /** For ever. */
        INFINITE
    }

    /** How polite words are. */
    public enum Formality {
        /** As among friends. */
        CASUAL,
        /** As among colleagues. */
        NEUTRAL,
        /** As before an audience. */
        FORMAL
    }

    /** How much somebody says. */
    public enum Length {
        /** One or two sentences. */
        CONCISE,
        /** Three or four sentences. */
        MODERATE,
        /** Five sentences or more. */
        DETAILED
    }

    /** How somebody brings a point. */
    public enum Style {
        /** As it comes. */
        NATURAL,
        /** Straight. */
        DIRECT,
        /** By asking. */
        SOCRATIC,
        /** By telling a story. */
        STORYTELLING
    }

    /**
     * How writing looks.
     *
     * @param capitals how capitals are used
     * @param emoji how many emoji there are
     * @param punctuation how sentences are marked
     */
    public record Typing(Capitals capitals, Emoji emoji, Punctuation punctuation) {

        /** As in a book. */
        public static final Typing STANDARD = new Typing(Capitals.STANDARD, Emoji.NONE, Punctuation.STANDARD);

        /** How capitals are used. */
        public enum Capitals {
            /** As in a book. */
            STANDARD,
            /** Not at all. */
            LOWERCASE,
            /** For emphasis. */
            EMPHATIC
        }

        /** How many emoji there are. */
        public enum Emoji {
            /** None. */
            NONE,
            /** Now and then. */
            SOME,
            /** Many. */
            MANY
        }

        /** How sentences are marked. */
        public enum Punctuation {
            /** As in a book. */
            STANDARD,
            /** As little as possible. */
            MINIMAL,
            /** With exclamation marks and dots. */
            EXPRESSIVE
        }
    }

    /** Collects how a persona talks. */
    public static final class Builder {
        private Register register = Register.PLAIN;
        private Typing typing = Typing.STANDARD;
        private List<String> signaturePhrases = List.of();
        private List<String> excitableTopics = List.of();
        private List<String> forbiddenPhrases = List.of();
        private Warmth warmth = Warmth.NEUTRAL;
        private Patience patience = Patience.NORMAL;
        private Formality formality = Formality.NEUTRAL;
        private Length length = Length.MODERATE;
        private Style style = Style.NATURAL;

        private Builder() {}

        /** Sets whose words it uses. */
        public Builder register(Register words) {
            this.register = words;
            return this;
        }

        /** Sets how its writing looks. */
        public Builder typing(Typing look) {
            this.typing = look;
            return this;
        }

        /** Sets what it likes to say. */
        public Builder signaturePhrases(String... phrases) {
            this.signaturePhrases = List.of(phrases);
            return this;
        }

        /** Sets what makes it lively. */
        public Builder excitableTopics(String... topics) {
            this.excitableTopics = List.of(topics);
            return this;
        }

        /** Sets what it never says. */
        public Builder forbiddenPhrases(String... phrases) {
            this.forbiddenPhrases = List.of(phrases);
            return this;
        }

        /** Sets how near it comes. */
        public Builder warmth(Warmth degree) {
            this.warmth = degree;
            return this;
        }

        /** Sets how long it stays calm. */
        public Builder patience(Patience degree) {
            this.patience = degree;
            return this;
        }

        /** Sets how polite its words are. */
        public Builder formality(Formality degree) {
            this.formality = degree;
            return this;
        }

        /** Sets how much it says. */
        public Builder length(Length sentences) {
            this.length = sentences;
            return this;
        }

        /** Sets how it brings its points. */
        public Builder style(Style way) {
            this.style = way;
            return this;
        }

        /** Returns how the persona talks. */
        public Speech build() {
            return new Speech(
                    register,
                    typing,
                    signaturePhrases,
                    excitableTopics,
                    forbiddenPhrases,
                    warmth,
                    patience,
                    formality,
                    length,
                    style);
        }
    }
}
