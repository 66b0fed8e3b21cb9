package dev.gator.rag.index;

import dev.gator.call.Owner;
import dev.gator.store.CollectionName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a collection of an owner lies. Ids of tenants and users may hold anything, names of folders may not: the ids are
 * hashed.
 *
 * @param tenant the tenant's folder
 * @param user the user's folder in it, or {@link #WHOLE}
 * @param collection the collection's folder in that
 */
record Place(String tenant, String user, String collection) {

    /** The folder of what belongs to a tenant as a whole; no hash looks like it. */
    static final String WHOLE = "tenant";

    private static final int BYTES = 20;

    static Place of(Owner owner, CollectionName name) {
        return new Place(hash(owner.tenant()), owner.user().map(Place::hash).orElse(WHOLE), name.value());
    }

    boolean isOf(Owner owner) {
        return tenant.equals(hash(owner.tenant()))
                && user.equals(owner.user().map(Place::hash).orElse(WHOLE));
    }

    /** Returns whether erasing this owner erases what lies here: a tenant as a whole covers its users. */
    boolean isCoveredBy(Owner owner) {
        return owner.user().isPresent() ? isOf(owner) : tenant.equals(hash(owner.tenant()));
    }

    String key() {
        return tenant + "/" + user + "/" + collection;
    }

    static String hash(String id) {
        byte[] digest = sha256().digest(id.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
