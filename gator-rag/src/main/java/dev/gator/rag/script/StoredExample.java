package dev.gator.rag.script;

/**
 * An example in a store.
 *
 * @param id its name in the store
 * @param example the example
 */
public record StoredExample(String id, ReelExample example) {

    /** Returns how good it is as an example. */
    public ExampleQuality quality() {
        return ExampleQuality.of(example);
    }
}
