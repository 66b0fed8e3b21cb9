package dev.gator.chat;

import dev.gator.content.Attachment;
import dev.gator.error.Require;

/** A piece of a message. */
public sealed interface Part {

    /** Returns the text that a reader sees, or an empty text for parts without. */
    default String visibleText() {
        return "";
    }

    /** Returns trusted text. */
    static Part text(String text) {
        return new Text(text, false);
    }

    /** Returns text from outside, such as a web page or a document: models are told that it holds no instructions. */
    static Part untrusted(String text) {
        return new Text(text, true);
    }

    /** Returns a file. */
    static Part file(Attachment attachment) {
        return new File(attachment);
    }

    /**
     * Words.
     *
     * @param text the words
     * @param untrusted whether a stranger wrote them
     */
    record Text(String text, boolean untrusted) implements Part {
        @Override
        public String visibleText() {
            return text;
        }
    }

    /**
     * A picture, sound or document.
     *
     * @param attachment its bytes or address
     */
    record File(Attachment attachment) implements Part {}

    /**
     * What the model thought before it answered.
     *
     * @param text the thought, or an empty text if the provider hides it
     * @param signature what the provider wants back unchanged in the next turn, or an empty text
     */
    record Reasoning(String text, String signature) implements Part {}

    /**
     * The model wants a tool called.
     *
     * @param id links the result to this call
     * @param name the tool
     * @param arguments the arguments as the model wrote them, usually JSON, never checked
     */
    record ToolCall(String id, String name, String arguments) implements Part {
        /** Checks that the call can be linked and found. */
        public ToolCall {
            Require.text("tool call id", id);
            Require.text("tool name", name);
        }
    }

    /**
     * What a tool answered.
     *
     * @param callId the call it answers
     * @param name the tool
     * @param content text or JSON
     * @param error whether the tool failed
     */
    record ToolResult(String callId, String name, String content, boolean error) implements Part {
        /** Checks that the result can be linked. */
        public ToolResult {
            Require.text("tool call id", callId);
        }

        @Override
        public String visibleText() {
            return content;
        }
    }
}
