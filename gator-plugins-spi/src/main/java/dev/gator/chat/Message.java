package dev.gator.chat;

import dev.gator.content.Attachment;
import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one side said. */
public sealed interface Message {

    /** Returns the pieces in order. */
    List<Part> parts();

    /** Returns whether the provider is asked to cache the prompt up to and including this message. */
    boolean cachePoint();

    /** Returns the same message, marked as the end of a prefix worth caching at the provider. */
    Message cachedUpToHere();

    /** Returns the words a reader sees. */
    default String text() {
        List<Part> parts = parts();
        return parts.size() == 1
                ? parts.get(0).visibleText()
                : parts.stream().map(Part::visibleText).collect(Collectors.joining());
    }

    /** Returns instructions for the model. */
    static Instructions system(String text) {
        return new Instructions(text, false);
    }

    /** Returns what a user says. */
    static User user(String text) {
        return new User(List.of(Part.text(text)), false);
    }

    /** Returns what a user says, with files. */
    static User user(String text, Attachment... files) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.text(text));
        for (Attachment file : files) {
            parts.add(Part.file(file));
        }
        return new User(parts, false);
    }

    /** Returns what the model said. */
    static Assistant assistant(String text) {
        return new Assistant(List.of(Part.text(text)), false);
    }

    /** Returns what tools answered. */
    static ToolResults toolResults(List<Part.ToolResult> results) {
        return new ToolResults(results, false);
    }

    /**
     * Instructions.
     *
     * @param text what the model is told
     * @param cachePoint see {@link Message#cachePoint()}
     */
    record Instructions(String text, boolean cachePoint) implements Message {
        @Override
        public List<Part> parts() {
            return List.of(Part.text(text));
        }

        @Override
        public Instructions cachedUpToHere() {
            return new Instructions(text, true);
        }
    }

    /**
     * The user's turn.
     *
     * @param parts words and files
     * @param cachePoint see {@link Message#cachePoint()}
     */
    record User(List<Part> parts, boolean cachePoint) implements Message {
        /** Copies the parts. */
        public User {
            parts = Require.notEmpty("parts of a user message", parts);
        }

        @Override
        public User cachedUpToHere() {
            return new User(parts, true);
        }
    }

    /**
     * The model's turn.
     *
     * @param parts words, thoughts, tool calls, sound
     * @param cachePoint see {@link Message#cachePoint()}
     */
    record Assistant(List<Part> parts, boolean cachePoint) implements Message {
        /** Copies the parts. */
        public Assistant {
            parts = List.copyOf(parts);
        }

        @Override
        public Assistant cachedUpToHere() {
            return new Assistant(parts, true);
        }

        @Override
        public String text() {
            if (parts.size() == 1 && parts.get(0) instanceof Part.Text only) {
                return only.text();
            }
            return parts.stream()
                    .filter(Part.Text.class::isInstance)
                    .map(Part::visibleText)
                    .collect(Collectors.joining());
        }

        /** Returns the tools that the model wants called. */
        public List<Part.ToolCall> toolCalls() {
            List<Part.ToolCall> calls = List.of(); // most answers have none
            for (Part part : parts) {
                if (part instanceof Part.ToolCall call) {
                    calls = calls.isEmpty() ? new ArrayList<>() : calls;
                    calls.add(call);
                }
            }
            return List.copyOf(calls);
        }
    }

    /**
     * Answers of tools, all of one round.
     *
     * @param results one for each call
     * @param cachePoint see {@link Message#cachePoint()}
     */
    record ToolResults(List<Part.ToolResult> results, boolean cachePoint) implements Message {
        /** Copies the results. */
        public ToolResults {
            results = Require.notEmpty("tool results", results);
        }

        @Override
        public List<Part> parts() {
            return List.copyOf(results);
        }

        @Override
        public ToolResults cachedUpToHere() {
            return new ToolResults(results, true);
        }
    }
}
