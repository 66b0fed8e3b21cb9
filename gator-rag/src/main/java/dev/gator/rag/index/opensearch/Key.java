package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Names of any length and alphabet as keys of 43 characters; different names have different keys. */
final class Key {

    private Key() {}

    static String of(Owner owner) {
        return digest(
                "owner",
                owner.tenant(),
                owner.user().map(user -> "user " + user).orElse("whole"));
    }

    static String ofTenant(Owner owner) {
        return digest("tenant", owner.tenant());
    }

    static String ofRecord(Owner owner, String id) {
        return digest("record", of(owner), id);
    }

    static String ofMarker(Owner owner) {
        return digest("marker", of(owner));
    }

    static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps ("ab", "c") apart from ("a", "bc").
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new GatorException(CallError.UNSUPPORTED, "this Java has no SHA-256", e);
        }
    }
}
