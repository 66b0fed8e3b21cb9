package dev.gator.offline;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a request says: who to be, what is asked, what was given to answer it with.
 *
 * @param voice who the writer is to be
 * @param question what the user wants now, without the material
 * @param evidence passages, documents and other material
 * @param told what the user said earlier
 * @param results what tools answered since the user last spoke
 * @param everything all text of the request, to look things up in
 */
record Reading(
        Voice voice,
        String question,
        List<String> evidence,
        List<String> told,
        List<Part.ToolResult> results,
        String everything) {

    private static final Pattern MATERIAL = Pattern.compile(
            "(?is)\\b(?:evidence|context|sources?|passages?|documents?|material|text|transcript)\\s*:\\s*\\n");
    private static final int LONG_QUESTION = 400;

    Reading {
        evidence = List.copyOf(evidence);
        told = List.copyOf(told);
        results = List.copyOf(results);
    }

    static Reading of(ChatRequest request) {
        Collector collector = new Collector();
        request.messages().forEach(collector::read);
        return collector.reading();
    }

    /** Gathers while it walks through the messages. */
    private static final class Collector {
        private final StringBuilder instructions = new StringBuilder();
        private final StringBuilder everything = new StringBuilder();
        private final List<String> evidence = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final List<Part.ToolResult> results = new ArrayList<>();
        private String question = "";

        void read(Message message) {
            everything.append(message.text()).append('\n');
            if (message instanceof Message.Instructions said) {
                instructions.append(material(said.text())).append('\n');
            } else if (message instanceof Message.User user) {
                if (!question.isBlank()) {
                    told.add(question);
                }
                results.clear();
                question = material(words(user));
            } else if (message instanceof Message.ToolResults answered) {
                results.addAll(answered.results());
            }
        }

        Reading reading() {
            return new Reading(
                    Voice.of(instructions.toString()),
                    question.strip(),
                    evidence,
                    told,
                    results,
                    everything.toString());
        }

        private String words(Message.User user) {
            StringBuilder words = new StringBuilder();
            for (Part part : user.parts()) {
                if (part instanceof Part.Text text && !text.untrusted()) {
                    words.append(words.isEmpty() ? "" : "\n").append(text.text());
                } else if (part instanceof Part.Text text) {
                    evidence.add(text.text());
                } else if (part instanceof Part.File file) {
                    evidence.add(content(file.attachment()));
                }
            }
            return words.toString();
        }

        /** Puts the material of a text aside and returns the rest. */
        private String material(String text) {
            var marked = MATERIAL.matcher(text);
            if (marked.find()) {
                String rest = text.substring(marked.end());
                int question = rest.lastIndexOf("\n\n");
                boolean ends = question >= 0 && rest.length() - question < LONG_QUESTION;
                evidence.add(ends ? rest.substring(0, question) : rest);
                return text.substring(0, marked.start()) + (ends ? rest.substring(question) : "");
            }
            int paragraph = text.indexOf("\n\n");
            if (text.length() > LONG_QUESTION && paragraph > 0 && paragraph < LONG_QUESTION) {
                evidence.add(text.substring(paragraph));
                return text.substring(0, paragraph);
            }
            return text;
        }

        private static String content(Attachment attachment) {
            if (attachment instanceof Attachment.Bytes bytes && bytes.type().isText()) {
                return bytes.text();
            }
            throw new GatorException(
                    CallError.UNSUPPORTED, "the offline writer reads no " + attachment.type() + " attachments");
        }
    }
}
