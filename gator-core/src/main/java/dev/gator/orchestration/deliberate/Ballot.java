package dev.gator.orchestration.deliberate;

import dev.gator.json.JsonObject;
import java.util.List;

/**
 * A structured answer, put together from the votes on its members.
 *
 * @param answer the winning values
 * @param fields how each of them was chosen
 * @param failed voters that gave no usable answer
 */
public record Ballot(JsonObject answer, List<FieldVote> fields, List<FailedVoter> failed) {

    /** Copies the lists. */
    public Ballot {
        fields = List.copyOf(fields);
        failed = List.copyOf(failed);
    }

    /** Returns the names of the members on which no value has more than half of the votes. */
    public List<String> disputed() {
        return fields.stream()
                .filter(field -> !field.decided())
                .map(FieldVote::field)
                .toList();
    }
}
