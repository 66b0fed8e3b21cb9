package dev.gator.orchestration.engine;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the requests of a strategy's steps from the caller's request. All of them keep the conversation, its pictures and
 * its settings; steps in between ask for free text and no tools, the closing step keeps schema and tools.
 */
public final class Stages {

    private Stages() {}

    /** Returns a request of a step in between: the conversation, then an instruction, then what others said. */
    public static ChatRequest step(ChatRequest request, String instruction, List<Material> materials) {
        ChatRequest closing = closing(request, instruction, materials);
        ChatRequest.Builder step = ChatRequest.builder()
                .messages(closing.messages())
                .sampling(closing.sampling())
                .overrides(closing.overrides())
                .format(ResponseFormat.text())
                .context(closing.context());
        closing.reasoning().ifPresent(step::reasoning);
        closing.options().forEach(step::options);
        return talksOfTools(closing)
                ? step.tools(closing.tools()).toolChoice(ToolChoice.none()).build()
                : step.build();
    }

    /** Returns a request of a step in between. */
    public static ChatRequest step(ChatRequest request, String instruction, Material... materials) {
        return step(request, instruction, List.of(materials));
    }

    /** Returns the request of the closing step: like the caller's, with an instruction and what others said. */
    public static ChatRequest closing(ChatRequest request, String instruction, List<Material> materials) {
        List<Part> added = new ArrayList<>();
        added.add(Part.text("\n\n" + instruction.strip()));
        for (Material material : materials) {
            added.add(Part.text("\n\n[" + material.label() + "]\n"));
            added.add(Part.untrusted(material.text()));
        }
        return request.withMessages(appended(request.messages(), added));
    }

    /** Returns the request of the closing step. */
    public static ChatRequest closing(ChatRequest request, String instruction, Material... materials) {
        return closing(request, instruction, List.of(materials));
    }

    /** Returns the words of the user's last message: what the request is about. */
    public static String question(ChatRequest request) {
        List<Message> messages = request.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof Message.User user) {
                return user.text();
            }
        }
        return messages.get(messages.size() - 1).text();
    }

    // some services refuse two user messages in a row, so the last one grows instead
    private static List<Message> appended(List<Message> messages, List<Part> added) {
        List<Message> all = new ArrayList<>(messages);
        int last = all.size() - 1;
        if (all.get(last) instanceof Message.User user) {
            List<Part> parts = new ArrayList<>(user.parts());
            parts.addAll(added);
            all.set(last, new Message.User(parts, user.cachePoint()));
        } else {
            all.add(new Message.User(added, false));
        }
        return all;
    }

    // services that saw tool calls before want to see the tools again
    private static boolean talksOfTools(ChatRequest request) {
        return request.messages().stream().anyMatch(Message.ToolResults.class::isInstance);
    }
}
