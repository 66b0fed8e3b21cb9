package dev.gator.json;

/** The JSON null; get it from {@link Json#nul()}. */
public record JsonNull() implements Json {

    static final JsonNull NULL = new JsonNull();

    @Override
    public String kind() {
        return "null";
    }

    @Override
    public boolean isNull() {
        return true;
    }

    @Override
    public String toString() {
        return "null";
    }
}
