package dev.gator.orchestration.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CODE|Why does this java method throw a NullPointerException?",
                "CODE|Write a python function that parses json",
                "CODE|SELECT name FROM users; why is this sql query slow?",
                "MATHS|Prove that sqrt(2) is irrational",
                "MATHS|What is 17 * 23?",
                "MATHS|Solve x^2 = 9",
                "MATHS|What is the probability of two sixes?",
                "CREATIVE|Write a haiku about autumn",
                "CREATIVE|Invent a catchy slogan for a bakery",
                "SMALL_TALK|Hello there",
                "SMALL_TALK|Thanks, that helped!",
                "GENERAL|Where is Basel?",
                "GENERAL|What should I pack for Lisbon in May?",
                "GENERAL|Is this clause enforceable?"
            })
    void tellsWhatAQuestionIsAbout(QueryKind kind, String question) {
        QueryProfile profile = QueryClassifier.rules().classify(ChatRequest.of(question));
        assertSame(kind, profile.kind(), profile::toString);
        assertTrue(profile.confidence() >= 0.5);
    }

    @Test
    void seesPicturesAndLength() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        Attachment picture = Attachment.of(png, MediaType.PNG);
        ChatRequest look = ChatRequest.builder().user("What is this?", picture).build();
        assertSame(QueryKind.VISION, QueryClassifier.rules().classify(look).kind());
        ChatRequest read = ChatRequest.of("Sum this up: " + "word after word ".repeat(8_000));
        assertSame(
                QueryKind.LONG_CONTEXT, QueryClassifier.rules().classify(read).kind());
    }

    @Test
    void harderQuestionsAreMoreComplex() {
        double hello = complexity("Hello there");
        double fact = complexity("Where is Basel?");
        double plan = complexity("Compare two designs for a queue that must survive a crash, and justify your choice");
        double proof = complexity("Prove that sqrt(2) is irrational");
        assertTrue(hello < fact && fact < plan && plan < proof, hello + " " + fact + " " + plan + " " + proof);
    }

    @Test
    void learnsKindsFromExamples() {
        QueryClassifier classifier = QueryClassifier.byExamples(
                ScriptedEmbeddings.create(),
                Map.of(
                        QueryKind.CODE, List.of("fix my spring boot service", "why does the build fail"),
                        QueryKind.CREATIVE, List.of("a tale of dragons", "a ballad for my cat")));
        QueryProfile profile = classifier.classify(ChatRequest.of("why does my spring service fail"));
        assertSame(QueryKind.CODE, profile.kind());
        assertTrue(profile.confidence() > 0.8, profile::toString);
        assertThrows(
                GatorException.class,
                () -> QueryClassifier.byExamples(ScriptedEmbeddings.create(), Map.of(QueryKind.CODE, List.of("x"))));
    }

    @Test
    void printsKindAndConfidence() {
        assertEquals("small talk (0.50)", new QueryProfile(QueryKind.SMALL_TALK, 0.5, 0, 1).toString());
    }

    private static double complexity(String question) {
        return QueryClassifier.rules().classify(ChatRequest.of(question)).complexity();
    }
}
