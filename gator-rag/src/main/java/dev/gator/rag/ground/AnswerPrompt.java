package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.rag.document.Chunk;
import java.util.ArrayList;
import java.util.List;

/** Turns a question and its evidence into a request. Everything that comes from documents is marked as untrusted. */
final class AnswerPrompt {

    /** What a model says if the sources do not answer. */
    static final String NO_ANSWER = "NO_ANSWER";

    static final String RULES =
            """
            Answer the question from the numbered sources and from nothing else. Behind every sentence put the number of \
            each source that says it, such as [2] or [1][3]. Keep names, figures and dates as the sources write them. Where \
            sources disagree, say what each of them says. If the sources do not answer the question, reply with the single \
            word NO_ANSWER. Answer in the language of the question, in a few sentences.""";

    private AnswerPrompt() {}

    static ChatRequest of(String question, String instructions, List<Source> sources, CallContext context) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Chunk chunk = sources.get(i).chunk();
            String path = chunk.path().isEmpty() ? "" : " \u203a " + chunk.path();
            // the number stands outside the fence: a document cannot pass itself off as another source
            parts.add(Part.text("Source [" + (i + 1) + "]:\n"));
            parts.add(Part.untrusted(chunk.title() + path + "\n" + chunk.text()));
            parts.add(Part.text("\n"));
        }
        parts.add(Part.text("Question: " + question));
        return ChatRequest.builder()
                .system(instructions.isBlank() ? RULES : instructions + "\n\n" + RULES)
                .message(new Message.User(parts, false))
                .context(context)
                .build();
    }

    static boolean isNoAnswer(String text) {
        String bare = text.strip().replaceAll("[`*\"'.]", "");
        return bare.isEmpty() || bare.startsWith(NO_ANSWER);
    }
}
