package dev.gator.chat;

/** What a model can do beyond answering text with text. A card's claim is tested, and so is what it leaves out. */
public enum Capability {
    /** Tools may be offered and called. */
    TOOLS,
    /** Several tools may be called in one round. */
    PARALLEL_TOOLS,
    /** A tool, or a certain tool, can be demanded. */
    TOOL_CHOICE,
    /** The answer can be held to a JSON schema. */
    JSON_SCHEMA,
    /** The answer can be held to be any JSON. */
    JSON_MODE,
    /** Pictures are understood. */
    IMAGE_INPUT,
    /** Documents such as PDF are understood. */
    DOCUMENT_INPUT,
    /** Sound is understood. */
    AUDIO_INPUT,
    /** The answer can be spoken. */
    AUDIO_OUTPUT,
    /** The effort of thinking can be set. */
    REASONING,
    /** Cache points are passed on. */
    PROMPT_CACHE,
    /** A seed makes answers repeatable. */
    SEED,
    /** Stop sequences are honoured. */
    STOP_SEQUENCES
}
