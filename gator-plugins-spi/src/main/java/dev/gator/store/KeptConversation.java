package dev.gator.store;

import dev.gator.error.GatorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A conversation in memory; guarded by its store. */
final class KeptConversation {

    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Set<NodeId> parents = new HashSet<>();
    private final Map<String, NodeId> heads = new TreeMap<>();
    private ConversationInfo info;

    KeptConversation(ConversationInfo info) {
        this.info = info;
    }

    ConversationInfo info() {
        return info;
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    Optional<Node> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Node node(NodeId id) {
        return find(id).orElseThrow(() -> Keys.missing("message " + id.value()));
    }

    void update(ConversationChange change, long expectedVersion, Instant now) {
        if (info.version() != expectedVersion) {
            throw new GatorException(
                    StoreError.CONFLICT,
                    "conversation " + info.id().value() + " has version " + info.version() + ", not "
                            + expectedVersion);
        }
        ConversationState next = change.state().orElse(info.state());
        if (next != info.state() && !info.state().mayBecome(next)) {
            throw new GatorException(StoreError.WRONG_STATE, info.state() + " may not become " + next);
        }
        info = new ConversationInfo(
                info.id(),
                info.owner(),
                change.title().orElse(info.title()),
                next,
                change.tags().orElse(info.tags()),
                info.createdAt(),
                now,
                expectedVersion + 1);
    }

    Node append(NewNode added, Instant now) {
        Node present = nodes.get(added.id());
        if (present != null) {
            return same(present, added);
        }
        if (info.state() != ConversationState.ACTIVE) {
            throw new GatorException(
                    StoreError.WRONG_STATE, "conversation " + info.id().value() + " is " + info.state());
        }
        added.parent().ifPresent(parent -> parents.add(node(parent).id()));
        Node node = new Node(added.id(), added.parentId(), added.message(), added.facts(), now);
        nodes.put(node.id(), node);
        info = new ConversationInfo(
                info.id(),
                info.owner(),
                info.title(),
                info.state(),
                info.tags(),
                info.createdAt(),
                now,
                info.version());
        return node;
    }

    private static Node same(Node present, NewNode added) {
        boolean equal = present.parent().equals(added.parent())
                && present.message().equals(added.message())
                && present.facts().equals(added.facts());
        if (!equal) {
            throw new GatorException(
                    StoreError.DUPLICATE, "message " + added.id().value() + " is there with other content");
        }
        return present;
    }

    List<Node> path(NodeId to) {
        List<Node> path = new ArrayList<>();
        Optional<NodeId> next = Optional.of(to);
        while (next.isPresent()) {
            Node node = node(next.get());
            path.add(node);
            next = node.parent();
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    List<Node> children(NodeId parent) {
        NodeId known = node(parent).id();
        return nodes.values().stream()
                .filter(node -> known.equals(node.parentId()))
                .toList();
    }

    List<Node> leaves() {
        return nodes.values().stream()
                .filter(node -> !parents.contains(node.id()))
                .toList();
    }

    List<Head> heads() {
        return heads.entrySet().stream()
                .map(head -> new Head(head.getKey(), head.getValue()))
                .toList();
    }

    boolean addHead(Head head) {
        return heads.putIfAbsent(head.name(), node(head.node()).id()) == null;
    }

    boolean moveHead(Head from, NodeId to) {
        return heads.replace(from.name(), from.node(), node(to).id());
    }

    boolean removeHead(String name) {
        return heads.remove(name) != null;
    }
}
