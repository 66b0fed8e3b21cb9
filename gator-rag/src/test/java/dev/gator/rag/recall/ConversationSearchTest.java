package dev.gator.rag.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.Message;
import dev.gator.error.GatorException;
import dev.gator.rag.index.Stores;
import dev.gator.rag.ingest.IngestReport;
import dev.gator.store.CollectionName;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationStore;
import dev.gator.store.Filter;
import dev.gator.store.NewNode;
import dev.gator.store.NodeId;
import dev.gator.store.VectorStore;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedEmbeddings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationSearchTest {

    private static final CollectionName INDEX = CollectionName.of("gator-conversations");

    private final ManualTime time = ManualTime.create();
    private final ConversationStore conversations = ConversationStore.inMemory(time);
    private final ScriptedEmbeddings model = ScriptedEmbeddings.create();
    private final CallContext ann = CallContext.create().withOwner(Owner.of("acme", "ann"));
    private VectorStore store = VectorStore.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    static Stream<VectorStore> stores() {
        return Stream.of(VectorStore.inMemory(), Stores.inMemoryLucene());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void findsWhatWasSaidWhereByWhomAndWhen(VectorStore vectors) {
        store = vectors;
        ConversationId lisbon = talk(ann, "Lisbon");
        say(ann, lisbon, Message.system("You know every hotel."));
        time.advance(Duration.ofHours(1));
        NodeId answer = say(ann, lisbon, Message.assistant("The hotel near the station has a pool."));
        say(ann, lisbon, Message.user("Thank you!"));
        say(ann, talk(ann, "Bread"), Message.user("How long does dough rise?"));
        search().refresh(ann);
        Recalled best = search().find("hotel near the station", 3, ann).get(0);
        assertEquals(answer, best.node().id());
        assertEquals(lisbon, best.conversation().id());
        assertEquals("Lisbon", best.conversation().title());
        assertEquals(Role.MODEL, best.role());
        assertEquals("The hotel near the station has a pool.", best.excerpt());
        assertEquals(time.now(), best.node().at());
        assertTrue(search().find("hotel", 9, ann).stream().allMatch(found -> found.role() != null));
    }

    @Test
    void aRefreshEmbedsOnlyWhatWasSaidSince() {
        ConversationId talk = talk(ann, "Animals");
        say(ann, talk, Message.user("Otters hold hands."));
        say(ann, talk(ann, "Other"), Message.user("Owls turn heads."));
        assertEquals(2, search().refresh(ann).added());
        IngestReport idle = search().refresh(ann);
        assertEquals(2, idle.unchanged());
        assertEquals(0, idle.vectors().bought());
        say(ann, talk, Message.assistant("So do people.")); // at the same instant: no clock decides what is new
        IngestReport next = search().refresh(ann);
        assertEquals(new IngestReport.Vectors(1, 0, 1), next.vectors());
        assertEquals(1, next.unchanged());
        assertEquals("So do people.", search().find("people", 1, ann).get(0).excerpt());
    }

    @Test
    void ownersFindOnlyTheirOwn() {
        CallContext ben = CallContext.create().withOwner(Owner.of("acme", "ben"));
        CallContext tenant = CallContext.create().withOwner(Owner.tenant("acme"));
        CallContext other = CallContext.create().withOwner(Owner.of("rival", "ann"));
        say(ann, talk(ann, "Secret"), Message.user("The launch is in May."));
        List.of(ann, ben, tenant, other).forEach(context -> search().refresh(context));
        assertEquals(1, search().find("launch in May", 5, ann).size());
        for (CallContext context : List.of(ben, tenant, other)) {
            assertEquals(List.of(), search().find("launch in May", 5, context));
        }
    }

    @Test
    void aDeletedConversationIsNotFoundAndItsWordsLeaveTheIndex() {
        ConversationId first = talk(ann, "First");
        say(ann, first, Message.user("Otters hold hands."));
        ConversationId second = talk(ann, "Second");
        say(ann, second, Message.user("Otters swim."));
        search().refresh(ann);
        conversations.delete(ann.owner(), first);
        assertEquals(
                List.of(second),
                search().find("otters", 5, ann).stream()
                        .map(found -> found.conversation().id())
                        .toList());
        assertEquals(1, store.count(ann.owner(), INDEX, Filter.all()), "what would have been found is gone");
        conversations.delete(ann.owner(), second);
        assertEquals(1, search().refresh(ann).removed());
        assertEquals(0, store.count(ann.owner(), INDEX, Filter.all()));
    }

    @Test
    void aLongMessageIsFoundByAnyOfItsPartsAndOnce() {
        ConversationId talk = talk(ann, "Long");
        String filler = "We talk about the weather and nothing else today. ".repeat(60);
        NodeId said = say(ann, talk, Message.user(filler + "Zebras wear stripes. " + filler));
        search().refresh(ann);
        List<Recalled> found = search().find("zebras stripes", 5, ann);
        assertEquals(List.of(said), found.stream().map(one -> one.node().id()).toList());
        assertTrue(found.get(0).excerpt().contains("Zebras")
                && found.get(0).excerpt().length() <= 1_000);
    }

    @Test
    void messagesOfEveryBranchAreFound() {
        ConversationId talk = talk(ann, "Branches");
        NodeId root = say(ann, talk, Message.user("Which animal?"));
        append(ann, talk, NewNode.after(root, Message.assistant("An otter.")));
        search().refresh(ann);
        append(ann, talk, NewNode.after(root, Message.assistant("A zebra.")));
        search().refresh(ann);
        assertEquals("An otter.", search().find("otter", 1, ann).get(0).excerpt());
        assertEquals("A zebra.", search().find("zebra", 1, ann).get(0).excerpt());
    }

    @Test
    void withoutAModelItSearchesByWords() {
        say(ann, talk(ann, "Words"), Message.user("Otters hold hands."));
        ConversationSearch words = ConversationSearch.over(conversations, store);
        words.refresh(ann);
        assertEquals(1, words.find("otters", 5, ann).size());
        assertEquals(List.of(), words.find("zebras", 5, ann));
        assertEquals(0, model.requests().size());
    }

    @Test
    void refusesQuestionsThatAskNothing() {
        assertThrows(GatorException.class, () -> search().find(" ", 5, ann));
        assertThrows(GatorException.class, () -> search().find("otters", 0, ann));
    }

    private ConversationSearch search() {
        return ConversationSearch.over(conversations, store).withEmbeddings(model);
    }

    private ConversationId talk(CallContext context, String title) {
        ConversationId id = ConversationId.random();
        conversations.create(context.owner(), id, title, Set.of());
        return id;
    }

    private NodeId say(CallContext context, ConversationId id, Message message) {
        return append(context, id, NewNode.root(message));
    }

    private NodeId append(CallContext context, ConversationId id, NewNode node) {
        return conversations.append(context.owner(), id, node).id();
    }
}
