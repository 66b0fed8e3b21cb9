package dev.gator.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void neverPrintsItself() {
        Secret secret = Secret.of(" sk-canary-123\n");

        assertEquals("***", secret.toString());
        assertEquals("[***]", Map.of("k", secret).values().toString());
        assertEquals("sk-canary-123", secret.reveal(), "white space around a copied key is dropped");
    }

    @Test
    void refusesWhatNoKeyHas() {
        assertThrows(GatorException.class, () -> Secret.of("  "));
        GatorException inside = assertThrows(GatorException.class, () -> Secret.of("sk-canary 456"));
        assertFalse(inside.getMessage().contains("canary"), "the refusal does not repeat the value");
    }

    @Test
    void equalValuesAreEqual() {
        assertEquals(Secret.of("a"), Secret.of("a"));
        assertEquals(Secret.of("a").hashCode(), Secret.of("a").hashCode());
        assertNotEquals(Secret.of("a"), Secret.of("b"));
    }

    @Test
    void sourcesAreAskedInOrder() {
        SecretSource first = SecretSource.of(Map.of("A", "one"));
        SecretSource both = first.or(SecretSource.of(Map.of("A", "two", "B", "three")));

        assertEquals(Optional.of(Secret.of("one")), both.find("A"));
        assertEquals(Optional.of(Secret.of("three")), both.find("B"));
        assertEquals(Optional.empty(), both.or(SecretSource.none()).find("C"));
        assertEquals(Optional.empty(), SecretSource.environment().find("GATOR_SURELY_NOT_SET"));
    }

    @Test
    void filesAreReadButNotOutsideTheirDirectory(@TempDir Path directory) throws IOException {
        Path inside = Files.createDirectory(directory.resolve("in"));
        Files.writeString(inside.resolve("KEY"), "sk-1\n");
        Files.writeString(directory.resolve("OUTSIDE"), "sk-2");

        SecretSource source = SecretSource.directory(inside);

        assertEquals(Optional.of(Secret.of("sk-1")), source.find("KEY"));
        assertEquals(Optional.empty(), source.find("../OUTSIDE"));
        assertEquals(Optional.empty(), source.find("NONE"));
    }
}
