package dev.gator.offline;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a request says: who to be, what is asked, what was given to answer it with.
 *
 * @param voice who the writer is to be
 * @param question what the user wants now, without the material
 * @param evidence passages, documents and other material
 * @param told what the user said earlier
 * @param results what tools answered since the user last spoke
 * @param task what a strategy wants done with the question
 * @param honestAlready whether an earlier answer said that there is no model
 * @param everything all text of the request, to look things up in
 */
record Reading(
        Voice voice,
        String question,
        List<String> evidence,
        List<String> told,
        List<Part.ToolResult> results,
        Task task,
        boolean honestAlready,
        String everything) {

    private static final Pattern MATERIAL = Pattern.compile(
            "(?is)\\b(?:evidence|context|sources?|passages?|documents?|material|text|transcript)\\s*:\\s*\\n");
    private static final int LONG_QUESTION = 400;
    private static final int LONG_OPENING = 1_000;

    Reading {
        evidence = List.copyOf(evidence);
        told = List.copyOf(told);
        results = List.copyOf(results);
    }

    /** Returns the question, or what it opens with if it is long. */
    String opening() {
        return question.length() <= LONG_OPENING ? question : question.substring(0, LONG_OPENING);
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
        private final List<Task.Labelled> materials = new ArrayList<>();
        private String question = "";
        private String brief = "";
        private boolean honest;

        void read(Message message) {
            everything.append(message.text()).append('\n');
            if (message instanceof Message.Instructions said) {
                instructions.append(headed(said.text())).append('\n');
            } else if (message instanceof Message.User user) {
                if (!question.isBlank()) {
                    told.add(question);
                }
                results.clear();
                materials.clear();
                question = request(words(user));
            } else if (message instanceof Message.ToolResults answered) {
                results.addAll(answered.results());
            } else if (message instanceof Message.Assistant assistant) {
                honest |= assistant.text().toLowerCase(Locale.ROOT).contains("offline writer")
                        || Shelf.honestSomewhere(assistant.text());
            }
        }

        Reading reading() {
            return new Reading(
                    Voice.of(instructions.toString()),
                    question.strip(),
                    evidence,
                    told,
                    results,
                    new Task(
                            brief, Task.Role.of(instructions + "\n" + (brief.isEmpty() ? question : brief)), materials),
                    honest,
                    everything.toString());
        }

        private String words(Message.User user) {
            StringBuilder words = new StringBuilder();
            for (Part part : user.parts()) {
                if (part instanceof Part.Text text && !text.untrusted()) {
                    words.append(words.isEmpty() ? "" : "\n").append(text.text());
                } else if (part instanceof Part.Text text) {
                    evidence.add(text.text());
                    String label = Task.labelAtEnd(words.toString());
                    if (!label.isEmpty()) {
                        materials.add(new Task.Labelled(label, text.text()));
                    }
                } else if (part instanceof Part.File file) {
                    evidence.add(content(file.attachment()));
                }
            }
            return words.toString();
        }

        /** Puts the instruction of a strategy aside and returns the request. */
        private String request(String words) {
            int start = Task.start(words);
            brief = start < 0 ? "" : words.substring(start).strip();
            String request = material(start < 0 ? words : words.substring(0, start));
            materials.addAll(Task.inline(request));
            return request;
        }

        /** Puts long material aside and returns the rest. */
        private String material(String text) {
            String rest = headed(text);
            int paragraph = rest.indexOf("\n\n");
            if (rest.length() > LONG_QUESTION && paragraph > 0 && paragraph < LONG_QUESTION) {
                evidence.add(rest.substring(paragraph));
                return rest.substring(0, paragraph);
            }
            return rest;
        }

        /** Puts what stands under a heading aside and returns the rest. */
        private String headed(String text) {
            var marked = MATERIAL.matcher(text);
            if (marked.find()) {
                String rest = text.substring(marked.end());
                int question = rest.lastIndexOf("\n\n");
                boolean ends = question >= 0 && rest.length() - question < LONG_QUESTION;
                evidence.add(ends ? rest.substring(0, question) : rest);
                return text.substring(0, marked.start()) + (ends ? rest.substring(question) : "");
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
