package dev.gator.rag.recall;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.content.Sha256;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.ingest.Item;
import dev.gator.rag.ingest.Origin;
import dev.gator.store.Attributes;
import dev.gator.store.ConversationFilter;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationInfo;
import dev.gator.store.ConversationStore;
import dev.gator.store.Node;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conversations of an owner, each a document whose parts are its messages. */
record ConversationOrigin(ConversationStore conversations) implements Origin {

    private static final int PAGE = 200;

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public Stream<Item> items(CallContext context) {
        Owner owner = context.owner();
        return ids(context).stream().map(id -> new Talk(conversations, owner, id));
    }

    static String documentId(ConversationId id) {
        return "conversation-" + id.value();
    }

    /**
     * Lists all ids. The list is sorted by the last update, so that a conversation which goes on while it is read moves from
     * its end to the pages before; what moved since is looked up at the front, until nothing did.
     */
    private Set<ConversationId> ids(CallContext context) {
        Set<ConversationId> all = new LinkedHashSet<>();
        Instant known = Instant.MIN;
        int before = -1;
        while (all.size() > before) {
            before = all.size();
            known = addSince(known, all, context);
        }
        return all;
    }

    private Instant addSince(Instant known, Set<ConversationId> all, CallContext context) {
        Instant latest = known;
        Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
        while (next.isPresent()) {
            context.check();
            Page<ConversationInfo> page = conversations.list(context.owner(), ConversationFilter.all(), next.get());
            next = page.next(PAGE);
            for (ConversationInfo info : page.items()) {
                if (info.updatedAt().isBefore(known)) {
                    return latest;
                }
                latest = info.updatedAt().isAfter(latest) ? info.updatedAt() : latest;
                all.add(info.id());
            }
        }
        return latest;
    }

    private record Talk(ConversationStore conversations, Owner owner, ConversationId id) implements Item {

        @Override
        public String documentId() {
            return ConversationOrigin.documentId(id);
        }

        @Override
        public String source() {
            return id.value();
        }

        /** Messages are only ever added, and every one that is added ends a branch or begins one that ends. */
        @Override
        public String print(CallContext context) {
            String leaves = conversations.leaves(owner, id).stream()
                    .map(leaf -> leaf.id().value())
                    .collect(Collectors.joining("\n"));
            return Sha256.of(leaves);
        }

        @Override
        public Document read(CallContext context) {
            StringBuilder text = new StringBuilder();
            List<Block> parts = new ArrayList<>();
            Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
            while (next.isPresent()) {
                context.check();
                Page<Node> page = conversations.nodes(owner, id, next.get());
                page.items().forEach(node -> add(node, text, parts));
                next = page.next(PAGE);
            }
            return new Document(documentId(), source(), source(), text.toString(), parts, Attributes.none());
        }

        private static void add(Node node, StringBuilder text, List<Block> parts) {
            Optional<Role> role = Role.of(node.message());
            String words = node.message().text();
            if (role.isPresent() && !words.isBlank()) {
                int start = text.length();
                text.append(words).append("\n\n");
                parts.add(new Block(
                        BlockKind.PARAGRAPH,
                        start,
                        start + words.length(),
                        List.of(node.id().value()),
                        0));
            }
        }
    }
}
