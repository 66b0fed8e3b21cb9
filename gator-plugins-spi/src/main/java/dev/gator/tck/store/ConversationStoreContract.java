package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.store.ConversationChange;
import dev.gator.store.ConversationFilter;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationInfo;
import dev.gator.store.ConversationState;
import dev.gator.store.ConversationStore;
import dev.gator.store.Head;
import dev.gator.store.MessageHit;
import dev.gator.store.MessageSearch;
import dev.gator.store.NewNode;
import dev.gator.store.Node;
import dev.gator.store.NodeFacts;
import dev.gator.store.NodeId;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConversationStore} does. */
public abstract class ConversationStoreContract {

    private static final Owner EVE = Owner.of("acme", "eve");
    private static final ConversationId TALK = new ConversationId("talk");

    /** The clock that the store reads. */
    protected final SteppedClock clock = SteppedClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private ConversationStore store;

    /** Opens the store; a second call opens the same data again. */
    protected abstract ConversationStore open(TimeSource time);

    /** Returns whether data outlives {@link ConversationStore#close()}. */
    protected boolean isDurable() {
        return true;
    }

    @BeforeEach
    final void openStore() {
        store = open(clock);
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    final void aConversationIsMadeOnce() {
        ConversationInfo info = talk();
        assertEquals(Optional.of(info), store.find(EVE, TALK));
        assertEquals(ConversationState.ACTIVE, info.state());
        assertEquals(clock.now(), info.createdAt());
        Refusals.assertRefused(StoreError.DUPLICATE, this::talk);
        ConversationId unknown = new ConversationId("unknown");
        assertEquals(Optional.empty(), store.find(EVE, unknown));
        Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.append(EVE, unknown, NewNode.root(hello())));
        Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.leaves(EVE, unknown));
    }

    @Test
    final void messagesOfEveryKindComeBackWhole() {
        talk();
        Attachment.Bytes photo =
                Attachment.of(new byte[] {1, 2, 3}, MediaType.PNG).named("cat.png");
        NodeFacts facts = NodeFacts.ofModel("openai:gpt", Usage.reported(7, 9).withReasoning(2))
                .withCost(Money.usd("0.0042"))
                .withSpeaker("Emma")
                .withDuration(Duration.ofMillis(1_234));
        List<Message> messages = List.of(
                Message.system("Be kind."),
                Message.user("What is this? \uD83D\uDE00 ' \" \n", photo),
                new Message.Assistant(
                        List.of(
                                new Part.Reasoning("hm", "signature"),
                                Part.text("Let me look."),
                                new Part.ToolCall("c1", "look", "{\"at\":\"it\"}")),
                        false),
                Message.toolResults(List.of(new Part.ToolResult("c1", "look", "a cat", false))),
                Message.assistant("A cat.").cachedUpToHere());
        NodeId last = null;
        List<Node> added = new ArrayList<>();
        for (Message message : messages) {
            NewNode node = last == null ? NewNode.root(message) : NewNode.after(last, message);
            added.add(store.append(EVE, TALK, node.with(facts)));
            last = node.id();
        }
        List<Node> path = store.path(EVE, TALK, added.get(4).id());
        assertEquals(messages, path.stream().map(Node::message).toList());
        assertEquals(added, path);
        assertEquals(facts, path.get(2).facts());
        assertEquals(
                Optional.of(added.get(1)), store.node(EVE, TALK, added.get(1).id()));
        assertEquals(Optional.empty(), store.node(EVE, TALK, NodeId.random()));
    }

    @Test
    final void anotherWayIsASibling() {
        talk();
        Node root = add(NewNode.root(hello()));
        Node left = add(NewNode.after(root.id(), Message.assistant("left")));
        Node right = add(NewNode.after(root.id(), Message.assistant("right")));
        Node leaf = add(NewNode.after(left.id(), Message.user("on")));
        assertEquals(List.of(left, right), store.children(EVE, TALK, root.id()));
        assertEquals(List.of(right, leaf), store.leaves(EVE, TALK));
        assertEquals(List.of(root, left, leaf), store.path(EVE, TALK, leaf.id()));
        assertEquals(List.of(root, right), store.path(EVE, TALK, right.id()));
        Refusals.assertRefused(StoreError.NOT_FOUND, () -> add(NewNode.after(new NodeId("nowhere"), hello())));
        Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.path(EVE, TALK, new NodeId("nowhere")));
        assertEquals(4, store.nodes(EVE, TALK, PageRequest.first(10)).items().size());
    }

    @Test
    final void addingTheSameAgainChangesNothing() {
        talk();
        NewNode node = NewNode.root(hello());
        Node first = add(node);
        clock.advance(Duration.ofSeconds(1));
        assertEquals(first, add(node));
        Refusals.assertRefused(
                StoreError.DUPLICATE,
                () -> add(new NewNode(node.id(), null, Message.user("other words"), NodeFacts.NONE)));
        assertEquals(List.of(first), store.leaves(EVE, TALK));
    }

    @Test
    final void onlyAnActiveConversationGrows() {
        talk();
        for (ConversationState state : List.of(ConversationState.PAUSED, ConversationState.ARCHIVED)) {
            become(state);
            Refusals.assertRefused(StoreError.WRONG_STATE, () -> add(NewNode.root(hello())));
            become(ConversationState.ACTIVE);
            add(NewNode.root(hello()));
        }
        become(ConversationState.BLOCKED);
        Refusals.assertRefused(StoreError.WRONG_STATE, () -> become(ConversationState.ACTIVE));
        Refusals.assertRefused(StoreError.WRONG_STATE, () -> become(ConversationState.ARCHIVED));
        assertEquals(
                ConversationState.BLOCKED, store.find(EVE, TALK).orElseThrow().state());
    }

    @Test
    final void changesNeedTheLatestVersion() {
        long version = talk().version();
        clock.advance(Duration.ofSeconds(1));
        ConversationInfo changed =
                store.update(EVE, TALK, ConversationChange.title("New").andTags(Set.of("a")), version);
        assertEquals("New", changed.title());
        assertEquals(Set.of("a"), changed.tags());
        assertEquals(clock.now(), changed.updatedAt());
        assertEquals(Optional.of(changed), store.find(EVE, TALK));
        Refusals.assertRefused(
                StoreError.CONFLICT, () -> store.update(EVE, TALK, ConversationChange.title("Late"), version));
        Refusals.assertRefused(
                CallError.BAD_ARGUMENT,
                () -> store.update(EVE, TALK, ConversationChange.title("x".repeat(301)), changed.version()));
    }

    @Test
    final void conversationsAreListedLatestFirstPageByPage() {
        for (int i = 0; i < 25; i++) {
            clock.advance(Duration.ofMillis(1));
            store.create(EVE, new ConversationId("c" + i), "Talk " + i, i % 5 == 0 ? Set.of("five") : Set.of());
        }
        store.append(EVE, new ConversationId("c0"), NewNode.root(hello()));
        clock.advance(Duration.ofMillis(1));
        store.append(EVE, new ConversationId("c0"), NewNode.root(hello()));
        Page<ConversationInfo> first = store.list(EVE, ConversationFilter.all(), PageRequest.first(10));
        assertEquals(List.of("c0", "c24", "c23"), ids(first).subList(0, 3));
        clock.advance(Duration.ofMillis(1));
        store.create(EVE, new ConversationId("late"), "", Set.of());
        List<String> seen = new ArrayList<>(ids(first));
        Optional<PageRequest> next = first.next(10);
        while (next.isPresent()) {
            Page<ConversationInfo> page = store.list(EVE, ConversationFilter.all(), next.get());
            seen.addAll(ids(page));
            next = page.next(10);
        }
        assertEquals(25, Set.copyOf(seen).size());
        assertEquals(25, seen.size());
        assertEquals(
                5,
                ids(store.list(EVE, ConversationFilter.all().tagged("five"), PageRequest.first(10)))
                        .size());
        assertEquals(
                List.of("c7"), ids(store.list(EVE, ConversationFilter.all().titled("ALK 7"), PageRequest.first(10))));
        assertEquals(
                List.of(),
                ids(store.list(EVE, ConversationFilter.all().in(ConversationState.PAUSED), PageRequest.first(10))));
        Refusals.assertRefused(
                StoreError.BAD_CURSOR, () -> store.list(EVE, ConversationFilter.all(), new PageRequest(10, "?")));
    }

    @Test
    final void nodesAreListedInOrderPageByPage() {
        talk();
        List<Node> added = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            added.add(add(NewNode.root(Message.user("message " + i))));
        }
        List<Node> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(10));
        while (next.isPresent()) {
            Page<Node> page = store.nodes(EVE, TALK, next.get());
            seen.addAll(page.items());
            next = page.next(10);
        }
        assertEquals(added, seen);
        Refusals.assertRefused(
                StoreError.BAD_CURSOR, () -> store.nodes(EVE, TALK, new PageRequest(10, "no such cursor")));
    }

    @Test
    final void headsMoveOnlyFromWhereTheyAre() {
        talk();
        Node one = add(NewNode.root(hello()));
        Node two = add(NewNode.after(one.id(), Message.assistant("hi")));
        Head main = new Head(Head.MAIN, one.id());
        assertTrue(store.addHead(EVE, TALK, main));
        assertFalse(store.addHead(EVE, TALK, new Head(Head.MAIN, two.id())));
        assertTrue(store.moveHead(EVE, TALK, main, two.id()));
        assertFalse(store.moveHead(EVE, TALK, main, two.id()));
        assertTrue(store.addHead(EVE, TALK, new Head("draft", one.id())));
        assertEquals(List.of(new Head("draft", one.id()), new Head(Head.MAIN, two.id())), store.heads(EVE, TALK));
        Refusals.assertRefused(
                StoreError.NOT_FOUND, () -> store.addHead(EVE, TALK, new Head("x", new NodeId("nowhere"))));
        assertTrue(store.removeHead(EVE, TALK, "draft"));
        assertFalse(store.removeHead(EVE, TALK, "draft"));
    }

    @Test
    final void searchFindsWordsInEveryMessage() {
        talk();
        Node root = add(NewNode.root(hello()));
        for (int i = 0; i < 40; i++) {
            root = add(NewNode.after(root.id(), Message.user("small talk number " + i)));
        }
        Node needle = add(NewNode.after(root.id(), Message.user("The Submarine, it's yellow")));
        List<MessageHit> hits = find(MessageSearch.of("yellow submarine"));
        assertEquals(List.of(needle.id()), hits.stream().map(MessageHit::node).toList());
        assertTrue(hits.get(0).snippet().contains("Submarine"), hits.get(0).snippet());
        assertEquals(List.of(), find(MessageSearch.of("yellow taxi")));
        assertEquals(List.of(), find(MessageSearch.of("ubmarin")));
        List<NodeId> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(15));
        while (next.isPresent()) {
            Page<MessageHit> page = store.search(EVE, MessageSearch.of("talk"), next.get());
            page.items().forEach(hit -> seen.add(hit.node()));
            next = page.next(15);
        }
        assertEquals(40, seen.size());
        assertEquals(40, Set.copyOf(seen).size());
    }

    @Test
    final void searchConditionsHoldTogether() {
        talk();
        Instant start = clock.now();
        NodeFacts facts = NodeFacts.ofModel("m:1", Usage.NONE).withCost(Money.usd("0.50"));
        Node dear = add(NewNode.root(Message.assistant("fox one")).with(facts));
        clock.advance(Duration.ofHours(1));
        Attachment.Bytes photo = Attachment.of(new byte[] {1}, MediaType.PNG);
        Node pictured = add(NewNode.root(Message.user("fox two", photo)));
        assertEquals(List.of(dear.id()), nodes(MessageSearch.of("fox").byModel("m:1", "m:2")));
        assertEquals(List.of(pictured.id()), nodes(MessageSearch.any().withFiles()));
        assertEquals(List.of(pictured.id()), nodes(MessageSearch.of("fox").from(start.plusSeconds(1))));
        assertEquals(List.of(dear.id()), nodes(MessageSearch.of("fox").until(start.plusSeconds(1))));
        assertEquals(List.of(dear.id()), nodes(MessageSearch.any().costingAtLeast(Money.usd("0.5"))));
        assertEquals(List.of(), nodes(MessageSearch.any().costingAtLeast(Money.usd("0.51"))));
        assertEquals(2, nodes(MessageSearch.of("fox").tagged("tag")).size());
        assertEquals(List.of(), nodes(MessageSearch.of("fox").tagged("other")));
    }

    @Test
    final void ownersDoNotSeeEachOther() {
        talk();
        Node node = add(NewNode.root(Message.user("the secret plan")));
        for (Owner other : List.of(Owner.of("rival", "eve"), Owner.of("acme", "bob"), Owner.tenant("acme"))) {
            assertEquals(Optional.empty(), store.find(other, TALK));
            Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.path(other, TALK, node.id()));
            Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.node(other, TALK, node.id()));
            Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.append(other, TALK, NewNode.root(hello())));
            Refusals.assertRefused(
                    StoreError.NOT_FOUND, () -> store.update(other, TALK, ConversationChange.title("mine"), 1));
            assertEquals(List.of(), ids(store.list(other, ConversationFilter.all(), PageRequest.first(10))));
            assertEquals(
                    List.of(),
                    store.search(other, MessageSearch.of("secret"), PageRequest.first(10))
                            .items());
            assertFalse(store.delete(other, TALK));
            store.create(other, TALK, "the same id is free for another owner", Set.of());
            Refusals.assertRefused(
                    StoreError.NOT_FOUND, () -> store.append(other, TALK, NewNode.after(node.id(), hello())));
        }
        assertEquals(List.of(node), store.leaves(EVE, TALK));
    }

    @Test
    final void deletedAndErasedIsGone() {
        Owner bob = Owner.of("acme", "bob");
        Owner rival = Owner.of("rival", "eve");
        List.of(EVE, bob, Owner.tenant("acme"), rival).forEach(o -> store.create(o, TALK, "", Set.of()));
        add(NewNode.root(Message.user("fox")));
        assertTrue(store.delete(EVE, TALK));
        assertFalse(store.delete(EVE, TALK));
        assertEquals(List.of(), find(MessageSearch.of("fox")));
        talk();
        assertEquals(List.of(), store.leaves(EVE, TALK));
        assertEquals(1, store.erase(EVE));
        assertEquals(2, store.erase(Owner.tenant("acme")));
        assertTrue(store.find(bob, TALK).isEmpty());
        assertTrue(store.find(rival, TALK).isPresent());
    }

    @Test
    final void manyWritersLoseNothing() {
        talk();
        Node root = add(NewNode.root(hello()));
        assertTrue(store.addHead(EVE, TALK, new Head(Head.MAIN, root.id())));
        Crowd.of(8).each(worker -> {
            for (int i = 0; i < 10; i++) {
                advance(worker + "/" + i);
            }
        });
        Node tip = store.node(EVE, TALK, store.heads(EVE, TALK).get(0).node()).orElseThrow();
        assertEquals(81, store.path(EVE, TALK, tip.id()).size());
    }

    @Test
    final void aClosedStoreRefusesAndADurableOneRemembers() {
        talk();
        Node node = add(NewNode.root(hello()));
        store.close();
        store.close();
        Refusals.assertRefused(CallError.CLOSED, () -> store.find(EVE, TALK));
        store = open(clock);
        assertEquals(isDurable(), store.find(EVE, TALK).isPresent());
        if (isDurable()) {
            assertEquals(List.of(node), store.path(EVE, TALK, node.id()));
        }
    }

    /** Adds a message behind the head, as two users of one conversation do: append, then move unless it moved. */
    private void advance(String words) {
        boolean moved = false;
        while (!moved) {
            Head head = store.heads(EVE, TALK).get(0);
            Node node = store.append(EVE, TALK, NewNode.after(head.node(), Message.user(words)));
            moved = store.moveHead(EVE, TALK, head, node.id());
        }
    }

    private ConversationInfo talk() {
        return store.create(EVE, TALK, "A talk", Set.of("tag"));
    }

    private void become(ConversationState state) {
        long version = store.find(EVE, TALK).orElseThrow().version();
        store.update(EVE, TALK, ConversationChange.state(state), version);
    }

    private Node add(NewNode node) {
        return store.append(EVE, TALK, node);
    }

    private List<MessageHit> find(MessageSearch search) {
        return store.search(EVE, search, PageRequest.first(100)).items();
    }

    private List<NodeId> nodes(MessageSearch search) {
        return find(search).stream().map(MessageHit::node).toList();
    }

    private static List<String> ids(Page<ConversationInfo> page) {
        return page.items().stream().map(info -> info.id().value()).toList();
    }

    private static Message hello() {
        return Message.user("hello");
    }
}
