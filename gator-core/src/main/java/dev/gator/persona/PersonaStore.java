package dev.gator.persona;

import dev.gator.call.Owner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps personas with all their versions, each owner's apart. Implementations are thread-safe.
 *
 * <p>Versions count from 1 without gaps. Saving checks that nobody else saved in between, so an edit is never lost
 * silently.
 */
public interface PersonaStore {

    /**
     * Keeps a persona.
     *
     * @throws dev.gator.error.GatorException with {@link PersonaError#VERSION_CONFLICT} unless its version is the one after
     *     the latest stored, or 1 for a new persona
     */
    void save(Owner owner, Persona persona);

    /** Returns the latest version, also of an archived persona. */
    Optional<Persona> find(Owner owner, String id);

    /** Returns that version. */
    Optional<Persona> find(Owner owner, String id, int version);

    /** Returns the latest versions of all personas that are not archived, by id. */
    List<Persona> list(Owner owner);

    /** Returns the latest versions of all archived personas, by id. */
    List<Persona> listArchived(Owner owner);

    /** Returns the numbers of the stored versions, oldest first; empty if there is no such persona. */
    List<Integer> versions(Owner owner, String id);

    /**
     * Takes a persona out of {@link #list} or puts it back; saving a new version puts it back, too.
     *
     * @throws dev.gator.error.GatorException with {@link PersonaError#UNKNOWN_PERSONA} if there is none
     */
    void archive(Owner owner, String id, boolean archived);

    /**
     * Returns the latest version.
     *
     * @throws dev.gator.error.GatorException with {@link PersonaError#UNKNOWN_PERSONA} if there is none
     */
    default Persona get(Owner owner, String id) {
        return find(owner, id).orElseThrow(() -> Versions.unknown(id));
    }

    /** Returns a store that forgets everything with the process. */
    static PersonaStore inMemory() {
        return new InMemoryPersonaStore();
    }

    /**
     * Returns a store of one JSON file for each version below a directory, which is made when needed. Writing is atomic:
     * a reader, or a crash, sees a whole version or none.
     */
    static PersonaStore directory(Path directory) {
        return new DirectoryPersonaStore(directory);
    }
}
