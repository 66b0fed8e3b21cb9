package dev.gator.plugin;

/** What a plugin is for; a catalogue is sorted by it. */
public enum PluginCategory {
    /** Makes content. */
    CONTENT_GENERATOR,
    /** Connects to a platform. */
    SOCIAL_INTEGRATION,
    /** Counts and compares. */
    ANALYTICS,
    /** Brings models. */
    AI_MODEL,
    /** Connects steps. */
    WORKFLOW,
    /** Keeps things. */
    STORAGE,
    /** Gives models something to do. */
    TOOL,
    /** Anything else. */
    OTHER
}
