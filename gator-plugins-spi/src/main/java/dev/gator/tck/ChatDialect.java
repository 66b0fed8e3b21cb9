package dev.gator.tck;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;

/** How a service speaks when it chats. */
public interface ChatDialect extends WireDialect {

    /**
     * Reads a chat request back: messages, files, tools, tool choice, format, sampling, whether thinking was asked for,
     * and cache points. Fails in any way it likes if the request is not what the service documents.
     */
    Seen<ChatRequest> readChat(RecordedRequest request);

    /** Returns the answer as the service sends it in one piece. */
    WireReply whole(Scripted answer);

    /** Returns the answer as the service streams it: one event for each scripted chunk, besides others. */
    WireStream stream(Scripted answer);

    /**
     * Returns how the service wraps an answer that has to fit a schema. The same answer, unless the service's own way is
     * another one, such as the call of a tool that stands for the schema.
     */
    default Scripted structured(ResponseFormat format, Scripted answer) {
        return answer;
    }

    /** Returns a stream that begins with the answer and then reports a failure, if the service has such an event. */
    default Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.empty();
    }
}
