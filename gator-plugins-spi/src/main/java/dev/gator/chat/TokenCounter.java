package dev.gator.chat;

import dev.gator.content.Attachment;

/** Counts tokens without asking the provider. Implementations are thread-safe. */
@FunctionalInterface
public interface TokenCounter {

    /** Tokens that each message costs beyond its text, as chat formats have it. */
    int PER_MESSAGE = 4;

    /** Tokens that a picture, or a file behind a link, is guessed to cost. */
    int PER_PICTURE = 800;

    /** Returns how many tokens the text has, exactly or within {@link #errorBound()}. */
    int count(String text);

    /** Returns the relative error that must be expected: 0 for a real tokenizer. */
    default double errorBound() {
        return 0;
    }

    /** Returns how many tokens a request has, tools and schema included. */
    default int count(ChatRequest request) {
        int tokens = 2;
        for (Message message : request.messages()) {
            tokens += PER_MESSAGE;
            for (Part part : message.parts()) {
                tokens += count(part);
            }
        }
        for (var tool : request.tools()) {
            tokens += count(tool.name())
                    + count(tool.description())
                    + count(tool.parameters().json().toString());
        }
        return request.format() instanceof ResponseFormat.Schema schema
                ? tokens + count(schema.schema().json().toString())
                : tokens;
    }

    /** Returns how many tokens a part has; files are guessed by kind. */
    default int count(Part part) {
        if (part instanceof Part.File file) {
            return file.attachment() instanceof Attachment.Bytes bytes
                            && !bytes.type().isImage()
                    ? bytes.size() / 4
                    : PER_PICTURE;
        }
        if (part instanceof Part.ToolCall call) {
            return count(call.name()) + count(call.arguments());
        }
        return part instanceof Part.Reasoning thought ? count(thought.text()) : count(part.visibleText());
    }

    /** Returns the counter that needs no vocabulary; right within a third for most languages. */
    static TokenCounter estimate() {
        return EstimatingCounter.INSTANCE;
    }
}
