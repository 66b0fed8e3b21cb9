package dev.gator.local;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of models that run on this machine. */
public enum LocalError implements ErrorCode {
    /** There is no file at that path, or it cannot be read. */
    NO_FILE("GATOR-LOC-001", ErrorCategory.NOT_FOUND, "check the path after local: and that the file can be read"),
    /** The file is not in the GGUF format. */
    NOT_GGUF(
            "GATOR-LOC-002",
            ErrorCategory.CONFIGURATION,
            "use a .gguf file; convert other formats with llama.cpp's convert_hf_to_gguf.py"),
    /** The file contradicts itself or ends early. */
    DAMAGED_FILE("GATOR-LOC-003", ErrorCategory.CONFIGURATION, "download the file again and compare its checksum"),
    /** The file holds a model that the built-in engine does not know. */
    UNKNOWN_ARCHITECTURE(
            "GATOR-LOC-004",
            ErrorCategory.UNSUPPORTED,
            "serve the file with a newer llama-server or Ollama and use it through that provider"),
    /** The native library does not load on this machine. */
    NO_NATIVE(
            "GATOR-LOC-005",
            ErrorCategory.CONFIGURATION,
            "use an operating system and processor that the library supports, or a model server"),
    /** The native engine refused the file although its header is sound. */
    LOAD_FAILED(
            "GATOR-LOC-006",
            ErrorCategory.CONFIGURATION,
            "check the free memory, or serve the file with a newer llama-server or Ollama"),
    /** The native engine failed while it worked. */
    ENGINE_FAILED("GATOR-LOC-007", ErrorCategory.UNAVAILABLE, "try again, or let a fallback take over"),
    /** Too many calls wait for this model. */
    BUSY("GATOR-LOC-008", ErrorCategory.RATE_LIMITED, "call less often at once, or raise the length of the queue"),
    /** The schema uses something that cannot be turned into a grammar. */
    SCHEMA_NOT_EXPRESSIBLE(
            "GATOR-LOC-009", ErrorCategory.UNSUPPORTED, "simplify the schema at the place that the message names"),
    /** The native library would report to its maker. */
    CALLS_HOME(
            "GATOR-LOC-010",
            ErrorCategory.CONFIGURATION,
            "use com.microsoft.onnxruntime:onnxruntime:1.28.0, or set the environment variable ORT_DISABLE_TELEMETRY to 1");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    LocalError(String id, ErrorCategory category, String remedy) {
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
