package dev.gator.orchestration.deliberate;

import dev.gator.json.Json;
import java.util.List;

/**
 * How the vote on one member of a structured answer went.
 *
 * @param field its name
 * @param value what won
 * @param share the part of the votes that it got, 0 to 1
 * @param decided whether it has more than half; otherwise it is the heaviest value, and the reply carries a warning
 * @param others what else was answered
 */
public record FieldVote(String field, Json value, double share, boolean decided, List<Json> others) {

    /** Copies the other values. */
    public FieldVote {
        others = List.copyOf(others);
    }
}
