package dev.gator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.embed.Embedding;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StoreValuesTest {

    @Test
    void jobIdsComeFromTheWorkAlone() {
        assertEquals(JobId.of("draw", "a", "b"), JobId.of("draw", "a", "b"));
        assertNotEquals(JobId.of("draw", "a", "b"), JobId.of("draw", "ab"));
        assertNotEquals(JobId.of("draw", "a", "b"), JobId.of("draw", "a:b"));
        assertNotEquals(JobId.of("draw", "a"), JobId.of("paint", "a"));
        assertTrue(JobId.of("draw", "a").value().startsWith("draw-"));
        assertRefused(() -> JobId.of(" ", "a"));
    }

    @Test
    void restsGrowToTheLongest() {
        JobRetry retry = new JobRetry(10, Duration.ofSeconds(1), 3, Duration.ofSeconds(10));
        assertEquals(
                List.of(1L, 3L, 9L, 10L, 10L),
                List.of(1, 2, 3, 4, 99).stream()
                        .map(n -> retry.rest(n).toSeconds())
                        .toList());
        assertRefused(() -> new JobRetry(0, Duration.ofSeconds(1), 1, Duration.ofSeconds(1)));
        assertRefused(() -> new JobRetry(1, Duration.ofSeconds(2), 1, Duration.ofSeconds(1)));
        assertRefused(() -> JobSpec.of(new JobId("x"), "draw", "").withPriority(101));
        assertRefused(() -> JobSpec.of(new JobId("x"), "draw", "").inBatch(""));
    }

    @Test
    void attributesKeepTheirTypes() {
        Attributes facts = Attributes.none()
                .with("sector", "pets")
                .with("rate", -0.0)
                .with("at", Instant.ofEpochSecond(5))
                .with("tags", Set.of("a"));
        assertEquals(Optional.of("pets"), facts.text("sector"));
        assertEquals(OptionalDouble.of(0.0), facts.number("rate"));
        assertEquals(OptionalDouble.of(5), facts.number("at"));
        assertEquals(Optional.empty(), facts.text("rate"));
        assertEquals(OptionalDouble.empty(), facts.number("sector"));
        assertEquals(Set.of("at", "rate", "sector", "tags"), facts.names());
        assertEquals(
                Attributes.none().with("a", 1).with("b", 2),
                Attributes.none().with("b", 2).with("a", 1));
        assertRefused(() -> Attributes.none().with("a b", "x"));
        assertRefused(() -> Attributes.none().with("a'--", "x"));
        assertRefused(() -> Attribute.of(Double.NaN));
    }

    @Test
    void filtersAreChecked() {
        assertRefused(() -> new Filter.In("a", Set.of()));
        assertRefused(() -> new Filter.Or(List.of()));
        assertRefused(() -> new Filter.Range("a", null, null));
        assertRefused(() -> Filter.between("a", 2, 1));
        assertRefused(() -> Filter.exists("1"));
        assertRefused(() -> new Filter.Eq("a", Attribute.of(Set.of("x"))));
    }

    @Test
    void queriesAndPagesAreChecked() {
        assertRefused(() -> new VectorQuery(null, null, Filter.all(), 1, 0));
        assertRefused(() -> VectorQuery.containing(" "));
        assertRefused(() -> VectorQuery.near(Embedding.of(1)).top(0));
        assertRefused(() -> VectorQuery.near(Embedding.of(1)).scoringAtLeast(1.1));
        assertRefused(() -> new VectorHit(VectorRecord.ofText("a", ""), 2));
        assertRefused(() -> VectorRecord.ofText("", "x"));
        assertRefused(() -> CollectionName.of("Docs/../x"));
        assertRefused(() -> new Recall(2, "x"));
        assertRefused(() -> PageRequest.first(0));
        assertRefused(() -> PageRequest.first(1_001));
        assertRefused(() -> new BlobId("ABC"));
        assertRefused(() -> MessageSearch.of(" "));
        assertRefused(() -> new Head("", NodeId.random()));
        assertNotEquals(ConversationId.random(), ConversationId.random());
    }

    @Test
    void aBlockedConversationStaysBlocked() {
        assertTrue(Arrays.stream(ConversationState.values()).noneMatch(ConversationState.BLOCKED::mayBecome));
        for (ConversationState state : ConversationState.values()) {
            assertFalse(state.mayBecome(state));
        }
        assertTrue(ConversationState.ARCHIVED.mayBecome(ConversationState.ACTIVE));
    }

    private static void assertRefused(Executable action) {
        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(GatorException.class, action).code());
    }
}
