package dev.gator;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong at the front door itself. */
public enum GatorError implements ErrorCode {
    /** There is nothing that could answer. */
    NO_MODEL(
            "GATOR-GTR-001",
            ErrorCategory.CONFIGURATION,
            "add gator-models to the class path, or a provider or model to the builder"),
    /** A plugin hands in something that needs the plugin host. */
    NEEDS_HOST(
            "GATOR-GTR-002",
            ErrorCategory.UNSUPPORTED,
            "load the plugin with the plugin host; the front door takes providers, tools and observers only"),
    /** Two providers have the same name. */
    NAME_TAKEN("GATOR-GTR-003", ErrorCategory.CONFIGURATION, "remove one of the two providers"),
    /** A provider threw something that no provider may throw. */
    BROKEN_PROVIDER("GATOR-GTR-004", ErrorCategory.INTERNAL, "read the cause and report it to the provider's author");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    GatorError(String id, ErrorCategory category, String remedy) {
        this.id = id;
        this.category = category;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
