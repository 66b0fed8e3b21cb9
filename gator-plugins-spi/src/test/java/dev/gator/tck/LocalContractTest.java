package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gator.chat.ChatModel;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.usage.Usage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalContractTest {

    private static final AtomicReference<Optional<LocalFlaw>> PLANTED = new AtomicReference<>(Optional.empty());
    private static final ChatModel MODEL = new ToyLocalModel(
            flaw -> PLANTED.get().filter(planted -> planted == flaw).isPresent());

    static final class Talking implements LocalChatModelContract {
        @Override
        public ChatModel model() {
            return MODEL;
        }
    }

    /** Counts letters; alike texts have alike letters. */
    static class Letters implements LocalEmbeddingModelContract, EmbeddingModel {
        @Override
        public EmbeddingModel model() {
            return this;
        }

        @Override
        public EmbeddingCard card() {
            return new EmbeddingCard("toy-letters", 27, 0, 8, null);
        }

        @Override
        public EmbeddingReply embed(EmbeddingRequest request) {
            request.context().check();
            List<Embedding> vectors =
                    request.texts().stream().map(Letters::vector).toList();
            return new EmbeddingReply(vectors, "toy-letters", Usage.UNKNOWN, Optional.empty());
        }

        static Embedding vector(String text) {
            float[] values = new float[27];
            text.toLowerCase(Locale.ROOT)
                    .chars()
                    .forEach(c -> values[c >= 'a' && c <= 'z' ? c - 'a' : 26] += c == ' ' ? 0 : 1);
            return Embedding.of(values);
        }
    }

    /** Puts the same vector under every text, and works although it is cancelled. */
    static final class Careless extends Letters {
        @Override
        public EmbeddingReply embed(EmbeddingRequest request) {
            List<Embedding> vectors =
                    request.texts().stream().map(text -> Embedding.of(1, 0)).toList();
            return new EmbeddingReply(vectors, "toy-letters", Usage.UNKNOWN, Optional.empty());
        }
    }

    /** Counts the query's words. */
    static class Words implements LocalRerankerContract, Reranker {
        @Override
        public Reranker model() {
            return this;
        }

        @Override
        public String id() {
            return "toy-words";
        }

        @Override
        public RerankReply rerank(RerankRequest request) {
            request.context().check();
            List<RerankReply.Ranked> ranked = IntStream.range(
                            0, request.documents().size())
                    .mapToObj(i -> new RerankReply.Ranked(
                            i, score(request.query(), request.documents().get(i))))
                    .sorted(Comparator.comparingDouble(RerankReply.Ranked::score)
                            .reversed())
                    .limit(request.top())
                    .toList();
            return new RerankReply(ranked, id(), Usage.UNKNOWN, Optional.empty());
        }

        static double score(String query, String document) {
            Set<String> words = Set.of(query.split("[ ,.]+", -1));
            List<String> found = List.of(document.split("[ ,.]+", -1)).stream()
                    .filter(words::contains)
                    .toList();
            return found.size() / (found.size() + 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Talking.class, Letters.class, Words.class})
    void aCorrectOnePassesEverything(Class<?> contract) {
        ContractRun run = ContractRun.of(contract);
        assertEquals(List.of(), run.failures());
        assertEquals(0, run.skipped());
    }

    @ParameterizedTest
    @EnumSource
    void aFlawIsFound(LocalFlaw flaw) {
        PLANTED.set(Optional.of(flaw));
        try {
            assertFalse(ContractRun.of(Talking.class, flaw.foundBy()).failures().isEmpty(), "nothing found " + flaw);
        } finally {
            PLANTED.set(Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"givesEachTextAVectorOfTheCardsSize", "putsAlikeMeaningsNearer", "startsNothingWhenCancelled"})
    void carelessVectorsAreFound(String test) {
        assertFalse(ContractRun.of(Careless.class, test).failures().isEmpty(), test + " found nothing");
    }

    @Test
    void theReportCountsWhatRan() {
        ContractReport report = new ContractReport("toy");
        report.passed();
        report.absenceTested("sendsSound", "AUDIO_INPUT");
        report.skipped("namesAPictureOnTheWeb", "no links");
        report.failed("callsATool");
        assertEquals(1, report.ran());
        assertEquals("no links", report.notApplicable().get("namesAPictureOnTheWeb"));
        assertEquals("AUDIO_INPUT", report.absences().get("sendsSound"));
        assertEquals(
                "toy: 1 passed (1 of them proved an absence), 1 failed, 1 not applicable\n"
                        + "  failed: callsATool\n"
                        + "  absence of AUDIO_INPUT: sendsSound\n"
                        + "  not applicable: namesAPictureOnTheWeb: no links",
                report.toString());
    }
}
