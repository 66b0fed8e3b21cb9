package dev.gator.observe;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened inside a call. Events of one span come in order: started, notes, ended. */
public sealed interface Event {

    /** Returns which span of which trace it happened in. */
    SpanId span();

    /** Returns when. */
    Instant at();

    /**
     * A piece of work begins.
     *
     * @param span its identity
     * @param at when
     * @param kind what it is
     * @param name its short name, such as a model id or {@code consensus}
     * @param tenant on whose behalf
     */
    record Started(SpanId span, Instant at, SpanKind kind, String name, String tenant) implements Event {}

    /**
     * A fact worth telling: a decision and its reason, a vote, a cache hit, a retry.
     *
     * @param span where
     * @param at when
     * @param name what, in a few words, such as {@code decision}
     * @param value the fact; never a prompt, a reply or a secret unless capturing was switched on
     */
    record Noted(SpanId span, Instant at, String name, String value) implements Event {}

    /**
     * A piece of work is over.
     *
     * @param span its identity
     * @param at when
     * @param kind what it is
     * @param name its short name
     * @param tenant on whose behalf
     * @param took how long it lasted
     * @param outcome how it ended
     * @param error the stable error code, if it failed
     * @param usage what this span itself consumed, children not included
     * @param cost what that costs, if the price is known
     */
    record Ended(
            SpanId span,
            Instant at,
            SpanKind kind,
            String name,
            String tenant,
            Duration took,
            Outcome outcome,
            Optional<String> error,
            Usage usage,
            Optional<Money> cost)
            implements Event {}
}
