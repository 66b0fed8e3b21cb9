package dev.gator.rag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.persona.Persona;
import dev.gator.rag.document.Document;
import dev.gator.rag.ground.Citation;
import dev.gator.rag.ground.GroundedAnswer;
import dev.gator.rag.ground.Grounding;
import dev.gator.rag.ground.Stance;
import dev.gator.rag.ingest.IngestReport;
import dev.gator.rag.retrieve.Retrieved;
import dev.gator.rag.retrieve.Stages;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RagTest {

    private static final String HANDBOOK =
            """
            # Holiday

            Employees get 25 days of holiday a year. Unused days expire on 31 March.

            # Office

            The office opens at 9:00. Dogs are not allowed in the office.
            """;
    private static final Document TRAVEL =
            Document.of("travel.txt", "Flights are booked by the travel desk. Hotels cost at most 120 euros a night.");

    @TempDir
    Path folder;

    private final Gator gator = Gator.builder()
            .withoutDiscovery()
            .model(ScriptedModel.named("offline"))
            .build();

    @AfterEach
    void close() {
        gator.close();
    }

    @Test
    void answersFromAFolderWithCitations() throws IOException {
        Files.writeString(folder.resolve("handbook.md"), HANDBOOK);
        Files.writeString(folder.resolve("travel.txt"), TRAVEL.text());
        try (Rag rag = Rag.of(gator)) {
            IngestReport report = rag.add(folder);
            GroundedAnswer answer = rag.ask("How many days of holiday do employees get?");

            assertEquals(2, report.added());
            assertSame(Grounding.GROUNDED, answer.grounding(), answer::toString);
            assertTrue(answer.text().startsWith("Employees get 25 days of holiday a year."), answer.text());
            Citation cited = answer.citations().get(0);
            assertEquals(List.of("Holiday"), cited.quote().chunk().headings());
            assertTrue(cited.quote().chunk().source().endsWith("handbook.md"));
            assertFalse(answer.trace().steps().isEmpty());
            assertFalse(rag.ask("What does the canteen serve on Fridays?").isKnown());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many days of holiday do employees get? | Employees get 25 days of holiday a year.",
                "When does the office open? | The office opens at 9:00.",
                "Who books flights? | Flights are booked by the travel desk.",
                "How much may hotels cost? | Hotels cost at most 120 euros a night.",
                "Are dogs allowed? | Dogs are not allowed in the office.",
                "Who founded the museum? | It was founded in 1987 by Clara Nielsen.",
                "When do I need a doctor's note? | A doctor's note is needed from the third day.",
                "What does the canteen serve on Fridays? | I don't know: the documents do not say.",
                "How do I reset my password? | I don't know: the documents do not say.",
                "What is the capital of Portugal? | I don't know: the documents do not say.",
                "How many employees work in the office? | I don't know: the documents do not say.",
                "When was the office founded? | I don't know: the documents do not say."
            })
    void wordsAloneAnswerWhatIsThereAndNothingElse(String question, String expected) {
        try (Rag rag = Rag.of(gator)) {
            rag.add(
                    Document.of("handbook.md", HANDBOOK),
                    TRAVEL,
                    Document.of("expenses.txt", "Expenses are paid back within ten days. A meal may cost 30 euros."),
                    Document.of(
                            "sick.txt",
                            "Call your manager if you are ill. A doctor's note is needed from the third day."),
                    Document.of(
                            "museum.txt",
                            "The museum opens at 10:00. It is closed on Mondays. It was founded in 1987 by Clara Nielsen."));

            String text = rag.ask(question).text();
            assertTrue(text.contains(expected), text);
        }
    }

    @Test
    void aFolderKeepsItsDocuments() throws IOException {
        Files.writeString(folder.resolve("handbook.md"), HANDBOOK);
        Path index = folder.resolve("index");
        try (Rag rag = Rag.at(gator, index)) {
            rag.add(folder.resolve("handbook.md"));
        }
        try (Rag rag = Rag.at(gator, index)) {
            assertTrue(rag.ask("When does the office open?").text().contains("9:00"));
            assertEquals(1, rag.add(folder.resolve("handbook.md")).unchanged());
        }
    }

    @Test
    void aModelIsToldTheEvidenceAndHeldToIt() {
        ScriptedModel model =
                ScriptedModel.replying("Hotels cost at most 120 euros a night [1]. Breakfast is included.");
        List<String> words = new ArrayList<>();
        try (Rag rag = Rag.of(gator).withModel(model)) {
            rag.add(TRAVEL);
            GroundedAnswer answer = rag.ask("How much may hotels cost?", words::add);

            assertSame(Grounding.PARTLY_GROUNDED, answer.grounding());
            assertEquals("Breakfast is included.", answer.unsupported().get(0).text());
            assertTrue(words.size() > 1);
        }
    }

    @Test
    void aPersonaAnswersFromDocumentsAndSaysFirstWhatItIs() {
        Persona emma = Persona.builder("Emma")
                .appearance("28, wavy blonde hair")
                .personality("curious, direct, kind")
                .build();
        try (Rag rag = Rag.of(gator)) {
            rag.add(Document.of("handbook.md", HANDBOOK));
            Conversation chat = gator.conversations().withModel(rag.asModel()).open(emma, Owner.user("u-17"));
            List<ChatEvent> events = new ArrayList<>();
            try (ChatStream answer = chat.stream("When does the office open?")) {
                answer.forEach(events::add);
            }

            assertInstanceOf(ChatEvent.Disclosed.class, events.get(0));
            String said = chat.history().get(1).text();
            assertEquals("The office opens at 9:00. [1]\n\n[1] handbook.md: \"The office opens at 9:00.\"", said);
            assertTrue(chat.send("Who is the president of France?").text().contains("I don't know"));
        }
    }

    @Test
    void aClaimIsComparedWithTheDocuments() {
        try (Rag rag = Rag.of(gator)) {
            rag.add(Document.of("handbook.md", HANDBOOK));

            assertSame(
                    Stance.CONTRADICTED,
                    rag.check("Employees get 30 days of holiday a year.").stance());
            assertSame(Stance.SUPPORTED, rag.check("The office opens at 9:00.").stance());
        }
    }

    @Test
    void ownersAndCollectionsAreApart() {
        try (Rag rag = Rag.of(gator)) {
            Rag hers = rag.withOwner(Owner.user("ada"));
            hers.add(TRAVEL);

            assertEquals(1, hers.retrieve("Who books flights?").evidence().size());
            assertEquals(
                    List.of(),
                    rag.withOwner(Owner.user("bob"))
                            .retrieve("Who books flights?")
                            .evidence());
            assertEquals(List.of(), rag.retrieve("Who books flights?").evidence());
            assertEquals(
                    List.of(),
                    hers.withCollection("other").retrieve("Who books flights?").evidence());
        }
    }

    @Test
    void meaningIsUsedWhereThereIsAModelAndWordsAreEnoughWhereNot() {
        try (Rag rag = Rag.of(gator)) {
            assertTrue(rag.meaning().isEmpty(), "this Gator has no embedding model");
            ScriptedEmbeddings embeddings = ScriptedEmbeddings.create();
            Rag meaning = rag.withEmbeddings(embeddings);
            meaning.add(TRAVEL);

            Retrieved found = meaning.withRetrieval(usual -> usual.withStages(Stages.search(3)))
                    .retrieve("Who books the flights?");

            assertEquals(1, found.evidence().size());
            assertEquals(1, found.trace().steps().size());
            assertTrue(embeddings.requests().size() >= 2);
            assertTrue(meaning.withWordsOnly().meaning().isEmpty());
        }
    }

    @Test
    void theApplicationsStoreStaysOpenAndOursIsClosed() {
        VectorStore store = VectorStore.inMemory();
        Rag theirs = Rag.of(gator).withStore(store);
        theirs.add(TRAVEL);
        theirs.close();
        assertTrue(theirs.ask("Who books flights?").isKnown());

        Rag ours = Rag.of(gator);
        ours.add(TRAVEL);
        Rag copy = ours.withCollection("documents");
        ours.close();
        ours.close();
        GatorException error = assertThrows(GatorException.class, () -> copy.ask("Who books flights?"));
        assertSame(CallError.CLOSED, error.code());
    }

    @Test
    void aMissingFileIsRefusedAndABrokenOneReported() throws IOException {
        try (Rag rag = Rag.of(gator)) {
            assertThrows(GatorException.class, () -> rag.add(folder.resolve("nowhere.md")));
            Path broken = Files.write(folder.resolve("broken.pdf"), new byte[] {1, 2, 3});
            assertEquals(1, rag.add(broken).failed());
        }
    }

    @Test
    void answersCanBeHeldToBetterEvidence() {
        try (Rag rag = Rag.of(gator)) {
            rag.add(TRAVEL);
            GroundedAnswer strict =
                    rag.withAnswers(usual -> usual.withThreshold(1)).ask("Who books flights?");
            assertFalse(strict.isKnown());
        }
    }
}
