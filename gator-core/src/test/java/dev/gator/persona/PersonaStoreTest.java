package dev.gator.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonaStoreTest {

    private static final Owner ANNA = Owner.of("acme", "anna");
    private final Persona emma = Persona.builder("Emma").build();

    @TempDir
    Path directory;

    enum Kind {
        MEMORY,
        DIRECTORY
    }

    private PersonaStore open(Kind kind) {
        return kind == Kind.MEMORY ? PersonaStore.inMemory() : PersonaStore.directory(directory.resolve("personas"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryVersion(Kind kind) {
        PersonaStore store = open(kind);
        store.save(ANNA, emma);
        store.save(ANNA, emma.with(edit -> edit.personality("curious, direct, calm")));

        assertEquals("curious, direct, calm", store.get(ANNA, "emma").personality());
        assertEquals(emma, store.find(ANNA, "emma", 1).orElseThrow());
        assertEquals(List.of(1, 2), store.versions(ANNA, "emma"));
        assertTrue(store.find(ANNA, "emma", 3).isEmpty());
        assertTrue(store.find(ANNA, "../emma").isEmpty());
        assertSame(
                PersonaError.UNKNOWN_PERSONA,
                assertThrows(GatorException.class, () -> store.get(ANNA, "nobody"))
                        .code());
    }

    @ParameterizedTest
    @EnumSource
    void aLostUpdateIsAConflict(Kind kind) {
        PersonaStore store = open(kind);
        store.save(ANNA, emma);
        store.save(ANNA, emma.with(edit -> edit.themes("one")));

        GatorException error =
                assertThrows(GatorException.class, () -> store.save(ANNA, emma.with(edit -> edit.themes("two"))));
        assertSame(PersonaError.VERSION_CONFLICT, error.code());
        assertThrows(GatorException.class, () -> store.save(ANNA, emma));
        assertEquals(List.of("one"), store.get(ANNA, "emma").themes());
    }

    @ParameterizedTest
    @EnumSource
    void archivedPersonasLeaveTheListAndComeBack(Kind kind) {
        PersonaStore store = open(kind);
        store.save(ANNA, emma);
        store.archive(ANNA, "emma", true);

        assertEquals(List.of(), store.list(ANNA));
        assertEquals(List.of(emma), store.listArchived(ANNA));
        assertEquals(emma, store.get(ANNA, "emma"));
        store.archive(ANNA, "emma", false);
        assertEquals(List.of(emma), store.list(ANNA));
        assertThrows(GatorException.class, () -> store.archive(ANNA, "nobody", true));
    }

    @ParameterizedTest
    @EnumSource
    void ownersSeeOnlyTheirOwn(Kind kind) {
        PersonaStore store = open(kind);
        store.save(ANNA, emma);

        for (Owner other : List.of(Owner.of("acme", "ben"), Owner.of("other", "anna"), Owner.tenant("acme"))) {
            assertEquals(List.of(), store.list(other));
            assertTrue(store.find(other, "emma").isEmpty());
            assertTrue(store.find(other, "emma", 1).isEmpty());
            assertThrows(GatorException.class, () -> store.archive(other, "emma", true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWritersOfOneVersionExactlyOneWins(Kind kind) {
        PersonaStore store = open(kind);
        store.save(ANNA, emma);
        AtomicInteger won = new AtomicInteger();

        CompletableFuture.allOf(IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            try {
                                store.save(ANNA, emma.with(edit -> edit.themes("theme " + i)));
                                won.incrementAndGet();
                            } catch (GatorException e) {
                                assertSame(PersonaError.VERSION_CONFLICT, e.code());
                            }
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertEquals(1, won.get());
        assertEquals(List.of(1, 2), store.versions(ANNA, "emma"));
    }

    @Test
    void anEditSurvivesAReload() {
        PersonaStore.directory(directory).save(ANNA, emma);
        PersonaStore reopened = PersonaStore.directory(directory);
        reopened.save(ANNA, reopened.get(ANNA, "emma").with(edit -> edit.appearance("a long green coat")));

        PersonaStore again = PersonaStore.directory(directory);
        assertEquals("a long green coat", again.get(ANNA, "emma").appearance().description());
        assertEquals(2, again.get(ANNA, "emma").version());
    }

    @Test
    void aHalfWrittenDraftIsNoVersion() throws IOException {
        PersonaStore store = PersonaStore.directory(directory);
        store.save(ANNA, emma);
        Path folder;
        try (Stream<Path> files = Files.walk(directory)) {
            folder = files.filter(file -> file.endsWith("000001.json"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
        Files.writeString(folder.resolve(".000002.json.new"), "{\"name\":");

        assertEquals(List.of(1), store.versions(ANNA, "emma"));
        store.save(ANNA, emma.with(edit -> edit.themes("whole")));
        assertEquals(List.of("whole"), store.get(ANNA, "emma").themes());
    }
}
