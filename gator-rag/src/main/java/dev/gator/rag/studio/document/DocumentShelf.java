package dev.gator.rag.studio.document;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.store.KeyValueStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import java.util.List;
import java.util.Optional;

/**
 * Documents in a key-value store. A document lies with its author; users it is shared with have a pointer to the author,
 * so that erasing the author erases the document wherever it was seen.
 */
final class DocumentShelf {

    private static final String DOCUMENT = "reel-document/";
    private static final String POINTER = "reel-shared/";

    private final KeyValueStore store;

    DocumentShelf(KeyValueStore store) {
        this.store = store;
    }

    /** Returns the document if {@code who} may see it. */
    Optional<ScriptDocument> find(Owner who, String id) {
        Optional<ScriptDocument> own = load(who, id);
        if (own.isPresent()) {
            return own;
        }
        return store.get(who, POINTER + id)
                .or(() -> store.get(Owner.tenant(who.tenant()), POINTER + id))
                .flatMap(pointer -> load(author(who.tenant(), pointer.value()), id))
                .filter(document -> document.accessOf(who.user().orElse("")).isPresent());
    }

    /** Writes a new state over the one that was seen. */
    ScriptDocument write(String tenant, ScriptDocument next, long seen) {
        String text = JsonBinding.write(next.at(0)).toString();
        Owner author = author(tenant, next.author());
        return store.compareAndSet(author, DOCUMENT + next.id(), seen, text, KeyValueStore.FOREVER)
                .map(entry -> next.at(entry.version()))
                .orElseThrow(() ->
                        new GatorException(StoreError.CONFLICT, "the document " + next.id() + " has been changed"));
    }

    void delete(String tenant, ScriptDocument document) {
        document.shares().keySet().forEach(user -> hide(tenant, user, document));
        hide(tenant, "", document);
        store.delete(author(tenant, document.author()), DOCUMENT + document.id());
    }

    /** Lets a user find a document; an empty name stands for all users of the tenant. */
    void show(String tenant, String user, ScriptDocument document) {
        store.put(author(tenant, user), POINTER + document.id(), document.author());
    }

    void hide(String tenant, String user, ScriptDocument document) {
        store.delete(author(tenant, user), POINTER + document.id());
    }

    Page<String> own(Owner who, PageRequest page) {
        return ids(who, DOCUMENT, page);
    }

    Page<String> shared(Owner who, PageRequest page) {
        return ids(who, POINTER, page);
    }

    private Page<String> ids(Owner owner, String prefix, PageRequest page) {
        Page<String> keys = store.keys(owner, prefix, page);
        List<String> ids =
                keys.items().stream().map(key -> key.substring(prefix.length())).toList();
        return new Page<>(ids, keys.cursor());
    }

    private Optional<ScriptDocument> load(Owner author, String id) {
        return store.get(author, DOCUMENT + id).map(entry -> read(entry).at(entry.version()));
    }

    private static ScriptDocument read(KeyValueStore.Entry entry) {
        try {
            return JsonBinding.read(Json.parse(entry.value()), ScriptDocument.class);
        } catch (GatorException e) {
            throw new GatorException(StoreError.CORRUPT, "the entry " + entry.key() + " cannot be read", e);
        }
    }

    private static Owner author(String tenant, String user) {
        return user.isEmpty() ? Owner.tenant(tenant) : Owner.of(tenant, user);
    }
}
