package dev.gator.resilience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waiting calls: the more urgent first, among equals one of each tenant in turn, within a tenant in order of arrival. A
 * tenant that floods the queue delays itself. Not thread-safe.
 */
final class FairQueue {

    private final Map<Priority, Map<String, Deque<Ticket>>> lanes = new EnumMap<>(Priority.class);
    private int size;

    int size() {
        return size;
    }

    void add(Priority priority, String tenant, Ticket ticket) {
        lanes.computeIfAbsent(priority, lane -> new LinkedHashMap<>())
                .computeIfAbsent(tenant, line -> new ArrayDeque<>())
                .addLast(ticket);
        size++;
    }

    @Nullable
    Ticket poll() {
        for (Map<String, Deque<Ticket>> lane : lanes.values()) {
            Iterator<Map.Entry<String, Deque<Ticket>>> tenants = lane.entrySet().iterator();
            if (tenants.hasNext()) {
                Map.Entry<String, Deque<Ticket>> first = tenants.next();
                String tenant = first.getKey();
                Deque<Ticket> line = first.getValue();
                tenants.remove();
                Ticket ticket = line.removeFirst();
                if (!line.isEmpty()) {
                    lane.put(tenant, line); // to the end of the turn
                }
                size--;
                return ticket;
            }
        }
        return null;
    }

    void remove(Priority priority, String tenant, Ticket ticket) {
        Map<String, Deque<Ticket>> lane = lanes.getOrDefault(priority, Map.of());
        Deque<Ticket> line = lane.get(tenant);
        if (line != null && line.remove(ticket)) {
            size--;
            if (line.isEmpty()) {
                lane.remove(tenant);
            }
        }
    }
}
