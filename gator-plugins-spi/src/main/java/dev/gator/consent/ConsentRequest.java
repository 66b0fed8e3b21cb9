package dev.gator.consent;

import dev.gator.call.Owner;
import dev.gator.content.Attachment;
import dev.gator.error.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a holder wants to be allowed, with the evidence. Immutable. */
public final class ConsentRequest {

    /** How long a grant lives unless the request says otherwise. */
    public static final Duration DEFAULT_LIFE = Duration.ofDays(180);

    private static final Duration LONGEST_LIFE = Duration.ofDays(3 * 365L);

    private final Subject subject;
    private final Owner holder;
    private final Set<ConsentScope> scopes;
    private final Set<Purpose> purposes;
    private final Set<String> channels;
    private final Set<String> territories;
    private final @Nullable Instant start;
    private final Duration life;
    private final Attachment.@Nullable Bytes evidence;
    private final Liveness.@Nullable Recording liveness;
    private final List<Attachment.Bytes> samples;
    private final @Nullable String replaces;

    private ConsentRequest(Builder builder) {
        Require.that(!builder.scopes.isEmpty(), "a consent request names no scope");
        Require.that(!builder.purposes.isEmpty(), "a consent request names no purpose");
        this.subject = builder.subject;
        this.holder = builder.holder;
        this.scopes = Set.copyOf(builder.scopes);
        this.purposes = Set.copyOf(builder.purposes);
        this.channels = Set.copyOf(builder.channels);
        this.territories = Set.copyOf(builder.territories);
        this.start = builder.start;
        this.life = builder.life;
        this.evidence = builder.evidence;
        this.liveness = builder.liveness;
        this.samples = List.copyOf(builder.samples);
        this.replaces = builder.replaces;
    }

    /** Starts a request about a subject, made by the owner who will hold the grant. */
    public static Builder about(Subject subject, Owner holder) {
        return new Builder(subject, holder);
    }

    /** Returns whose voice or face it is. */
    public Subject subject() {
        return subject;
    }

    /** Returns who will hold the grant. */
    public Owner holder() {
        return holder;
    }

    /** Returns the kinds of work, at least one. */
    public Set<ConsentScope> scopes() {
        return scopes;
    }

    /** Returns the purposes, at least one. */
    public Set<Purpose> purposes() {
        return purposes;
    }

    /** Returns the channels it is limited to; empty for no limit. */
    public Set<String> channels() {
        return channels;
    }

    /** Returns the countries it is limited to; empty for no limit. */
    public Set<String> territories() {
        return territories;
    }

    /** Returns when it begins, if not at once. */
    public Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    /** Returns how long it lives. */
    public Duration life() {
        return life;
    }

    /** Returns the signed form, if there is one. */
    public Optional<Attachment.Bytes> evidence() {
        return Optional.ofNullable(evidence);
    }

    /** Returns the person's spoken phrase, if there is one. */
    public Optional<Liveness.Recording> liveness() {
        return Optional.ofNullable(liveness);
    }

    /** Returns the material that the grant is about, for the verifier to compare. */
    public List<Attachment.Bytes> samples() {
        return samples;
    }

    /** Returns the id of the grant that this one continues, if any. */
    public Optional<String> replaces() {
        return Optional.ofNullable(replaces);
    }

    /** Collects a request. */
    public static final class Builder {
        private final Subject subject;
        private final Owner holder;
        private final Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
        private final Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        private final Set<String> channels = new TreeSet<>();
        private final Set<String> territories = new TreeSet<>();
        private @Nullable Instant start;
        private Duration life = DEFAULT_LIFE;
        private Attachment.@Nullable Bytes evidence;
        private Liveness.@Nullable Recording liveness;
        private final List<Attachment.Bytes> samples = new ArrayList<>();
        private @Nullable String replaces;

        private Builder(Subject subject, Owner holder) {
            this.subject = subject;
            this.holder = holder;
        }

        /** Adds kinds of work. */
        public Builder scopes(ConsentScope... wanted) {
            scopes.addAll(List.of(wanted));
            return this;
        }

        /** Adds purposes. */
        public Builder purposes(Purpose... wanted) {
            purposes.addAll(List.of(wanted));
            return this;
        }

        /** Limits the grant to channels, such as {@code instagram}. */
        public Builder channels(String... names) {
            for (String name : names) {
                channels.add(ConsentUse.channel(name));
            }
            return this;
        }

        /** Limits the grant to countries, two letters each. */
        public Builder territories(String... codes) {
            for (String code : codes) {
                territories.add(ConsentUse.territory(code));
            }
            return this;
        }

        /** Lets the grant begin later. */
        public Builder start(Instant when) {
            this.start = when;
            return this;
        }

        /** Sets how long the grant lives, at most three years. */
        public Builder life(Duration duration) {
            Require.positive("life of a grant", duration);
            Require.that(
                    duration.compareTo(LONGEST_LIFE) <= 0,
                    "life of a grant is " + duration + ", more than three years");
            this.life = duration;
            return this;
        }

        /** Attaches the signed form; only its hash is kept in the grant. */
        public Builder evidence(Attachment.Bytes signedForm) {
            this.evidence = signedForm;
            return this;
        }

        /** Attaches the person speaking the phrase. */
        public Builder liveness(Liveness.Recording recording) {
            this.liveness = recording;
            return this;
        }

        /** Adds material that the grant is about. */
        public Builder samples(List<Attachment.Bytes> material) {
            samples.addAll(material);
            return this;
        }

        /** Names the grant that this one continues. */
        public Builder replaces(String grantId) {
            this.replaces = Require.text("grant id", grantId);
            return this;
        }

        /** Returns the request. */
        public ConsentRequest build() {
            return new ConsentRequest(this);
        }
    }
}
