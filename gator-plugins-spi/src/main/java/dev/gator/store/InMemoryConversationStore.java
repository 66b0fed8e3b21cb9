package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryConversationStore implements ConversationStore {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f]{16}(:[0-9a-f]{16})?:.+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SNIPPET = 40;

    private final TimeSource time;
    private final Map<Slot, KeptConversation> conversations = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    InMemoryConversationStore(TimeSource time) {
        this.time = time;
    }

    @Override
    public synchronized ConversationInfo create(Owner owner, ConversationId id, String title, Set<String> tags) {
        requireOpen();
        Instant now = time.now();
        ConversationInfo info = new ConversationInfo(id, owner, title, ConversationState.ACTIVE, tags, now, now, 1);
        if (conversations.putIfAbsent(new Slot(owner, id), new KeptConversation(info)) != null) {
            throw new GatorException(StoreError.DUPLICATE, "there is a conversation " + id.value());
        }
        return info;
    }

    @Override
    public synchronized Optional<ConversationInfo> find(Owner owner, ConversationId id) {
        requireOpen();
        return Optional.ofNullable(conversations.get(new Slot(owner, id))).map(KeptConversation::info);
    }

    @Override
    public synchronized ConversationInfo update(
            Owner owner, ConversationId id, ConversationChange change, long expectedVersion) {
        KeptConversation conversation = get(owner, id);
        conversation.update(change, expectedVersion, time.now());
        return conversation.info();
    }

    @Override
    public synchronized Page<ConversationInfo> list(Owner owner, ConversationFilter filter, PageRequest page) {
        requireOpen();
        Stream<ConversationInfo> listed = of(owner).map(KeptConversation::info).filter(filter::matches);
        return page(
                listed,
                page,
                info -> descending(info.updatedAt()) + ":" + info.id().value());
    }

    @Override
    public synchronized Node append(Owner owner, ConversationId id, NewNode node) {
        return get(owner, id).append(node, time.now());
    }

    @Override
    public synchronized Optional<Node> node(Owner owner, ConversationId id, NodeId node) {
        return get(owner, id).find(node);
    }

    @Override
    public synchronized List<Node> path(Owner owner, ConversationId id, NodeId to) {
        return get(owner, id).path(to);
    }

    @Override
    public synchronized List<Node> children(Owner owner, ConversationId id, NodeId parent) {
        return get(owner, id).children(parent);
    }

    @Override
    public synchronized List<Node> leaves(Owner owner, ConversationId id) {
        return get(owner, id).leaves();
    }

    @Override
    public synchronized Page<Node> nodes(Owner owner, ConversationId id, PageRequest page) {
        List<Node> all = get(owner, id).all();
        int start = page.after().map(cursor -> indexAfter(all, cursor)).orElse(0);
        return Keys.page(
                all.subList(start, all.size()), page.limit(), node -> node.id().value());
    }

    @Override
    public synchronized List<Head> heads(Owner owner, ConversationId id) {
        return get(owner, id).heads();
    }

    @Override
    public synchronized boolean addHead(Owner owner, ConversationId id, Head head) {
        return get(owner, id).addHead(head);
    }

    @Override
    public synchronized boolean moveHead(Owner owner, ConversationId id, Head from, NodeId to) {
        return get(owner, id).moveHead(from, to);
    }

    @Override
    public synchronized boolean removeHead(Owner owner, ConversationId id, String name) {
        return get(owner, id).removeHead(name);
    }

    @Override
    public synchronized Page<MessageHit> search(Owner owner, MessageSearch search, PageRequest page) {
        requireOpen();
        Set<String> wanted = words(search.words());
        Stream<Found> found = of(owner).flatMap(conversation -> conversation.all().stream()
                .filter(node -> search.admits(conversation.info(), node))
                .filter(node -> words(node.message().text()).containsAll(wanted))
                .map(node -> Found.of(conversation.info().id(), node, wanted)));
        Page<Found> hits = page(found, page, Found::key);
        return new Page<>(hits.items().stream().map(Found::hit).toList(), hits.cursor());
    }

    @Override
    public synchronized boolean delete(Owner owner, ConversationId id) {
        requireOpen();
        return conversations.remove(new Slot(owner, id)) != null;
    }

    @Override
    public synchronized long erase(Owner owner) {
        requireOpen();
        long before = conversations.size();
        conversations.keySet().removeIf(slot -> Keys.covers(owner, slot.owner));
        return before - conversations.size();
    }

    @Override
    public synchronized void close() {
        closed.set(true);
        conversations.clear();
    }

    private Stream<KeptConversation> of(Owner owner) {
        return conversations.values().stream()
                .filter(kept -> kept.info().owner().equals(owner));
    }

    private KeptConversation get(Owner owner, ConversationId id) {
        requireOpen();
        KeptConversation kept = conversations.get(new Slot(owner, id));
        if (kept == null) {
            throw Keys.missing("conversation " + id.value());
        }
        return kept;
    }

    private static <T> Page<T> page(Stream<T> items, PageRequest page, Function<? super T, String> key) {
        page.after().filter(cursor -> !CURSOR.matcher(cursor).matches()).ifPresent(cursor -> {
            throw badCursor(cursor);
        });
        String after = page.after().orElse("");
        List<T> following = items.filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(page.limit() + 1L)
                .toList();
        return Keys.page(following, page.limit(), key);
    }

    private static int indexAfter(List<Node> all, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().value().equals(cursor)) {
                return i + 1;
            }
        }
        throw badCursor(cursor);
    }

    private static GatorException badCursor(String cursor) {
        return new GatorException(StoreError.BAD_CURSOR, "not a cursor of this list: " + cursor);
    }

    private static String descending(Instant at) {
        return "%016x".formatted(Long.MAX_VALUE - (at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000));
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private void requireOpen() {
        Keys.requireOpen(closed, "conversation store");
    }

    private record Slot(Owner owner, ConversationId id) {}

    private record Found(MessageHit hit, Instant at) {

        static Found of(ConversationId conversation, Node node, Set<String> wanted) {
            String text = node.message().text();
            double score =
                    wanted.isEmpty() ? 0 : (double) wanted.size() / words(text).size();
            return new Found(new MessageHit(conversation, node.id(), snippet(text, wanted), score), node.at());
        }

        String key() {
            String byScore = "%016x".formatted(Long.MAX_VALUE - Double.doubleToLongBits(hit.score()));
            return byScore + ":" + descending(at) + ":" + hit.conversation().value() + "/"
                    + hit.node().value();
        }

        private static String snippet(String text, Set<String> wanted) {
            String lower = text.toLowerCase(Locale.ROOT);
            int first = wanted.stream()
                    .mapToInt(lower::indexOf)
                    .filter(i -> i >= 0)
                    .min()
                    .orElse(0);
            int start = Math.max(0, Math.min(first, text.length()) - SNIPPET);
            return text.substring(start, Math.min(text.length(), start + 2 * SNIPPET));
        }
    }
}
