package dev.gator.persona;

import dev.gator.call.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Keeps personas in maps; each owner's map is its own lock. */
final class InMemoryPersonaStore implements PersonaStore {

    private final Map<Owner, Map<String, History>> owners = new ConcurrentHashMap<>();

    @Override
    public void save(Owner owner, Persona persona) {
        Map<String, History> all = of(owner);
        synchronized (all) {
            History history = all.get(persona.id());
            Versions.requireNext(persona, history == null ? 0 : history.versions.size());
            History kept = history == null ? new History() : history;
            kept.versions.add(persona);
            kept.archived = false;
            all.put(persona.id(), kept);
        }
    }

    @Override
    public Optional<Persona> find(Owner owner, String id) {
        List<Integer> versions = versions(owner, id);
        return versions.isEmpty() ? Optional.empty() : find(owner, id, versions.size());
    }

    @Override
    public Optional<Persona> find(Owner owner, String id, int version) {
        Map<String, History> all = of(owner);
        synchronized (all) {
            History history = all.get(id);
            if (history == null || version < 1 || version > history.versions.size()) {
                return Optional.empty();
            }
            return Optional.of(history.versions.get(version - 1));
        }
    }

    @Override
    public List<Persona> list(Owner owner) {
        return list(owner, false);
    }

    @Override
    public List<Persona> listArchived(Owner owner) {
        return list(owner, true);
    }

    @Override
    public List<Integer> versions(Owner owner, String id) {
        Map<String, History> all = of(owner);
        synchronized (all) {
            History history = all.get(id);
            return history == null
                    ? List.of()
                    : IntStream.rangeClosed(1, history.versions.size()).boxed().toList();
        }
    }

    @Override
    public void archive(Owner owner, String id, boolean archived) {
        Map<String, History> all = of(owner);
        synchronized (all) {
            History history = all.get(id);
            if (history == null) {
                throw Versions.unknown(id);
            }
            history.archived = archived;
        }
    }

    private List<Persona> list(Owner owner, boolean archived) {
        Map<String, History> all = of(owner);
        synchronized (all) {
            return all.values().stream()
                    .filter(history -> history.archived == archived)
                    .map(history -> history.versions.get(history.versions.size() - 1))
                    .toList();
        }
    }

    private Map<String, History> of(Owner owner) {
        return owners.computeIfAbsent(owner, key -> new TreeMap<>());
    }

    private static final class History {
        private final List<Persona> versions = new ArrayList<>();
        private boolean archived;
    }
}
