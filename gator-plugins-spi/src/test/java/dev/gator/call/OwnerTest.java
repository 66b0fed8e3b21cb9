package dev.gator.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void namesATenantAndPerhapsAUser() {
        assertEquals(Optional.of("u-1"), Owner.of("acme", "u-1").user());
        assertEquals(Optional.empty(), Owner.tenant("acme").user());
        assertEquals("default", Owner.user("u-1").tenant());
    }

    @Test
    void refusesBlankIds() {
        assertThrows(GatorException.class, () -> Owner.tenant(" "));
        assertThrows(GatorException.class, () -> Owner.of("acme", ""));
    }

    @Test
    void overridesAreEmptyUntilSomethingIsSet() {
        assertTrue(Overrides.none().isEmpty());
        Overrides all = Overrides.none()
                .withModel("small")
                .withKey(Secret.of("k-1"))
                .withBaseUrl(URI.create("https://eu.example"));
        assertEquals(Optional.of("small"), all.model());
        assertEquals(Optional.of(Secret.of("k-1")), all.key());
        assertEquals(Optional.of(URI.create("https://eu.example")), all.baseUrl());
    }
}
