package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonObject;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads votes out of replies: structured answers and tool calls are compared exactly, words by meaning. */
final class Ballots {

    private Ballots() {}

    static Vote read(int index, Member member, ChatReply reply, ResponseFormat format, Optional<String> field) {
        if (!reply.toolCalls().isEmpty()) {
            return new Vote(index, member, reply, "call " + calls(reply));
        }
        if (format instanceof ResponseFormat.Text) {
            if (reply.text().isBlank()) {
                throw new GatorException(CallError.NOT_STRUCTURED, member.name() + " answered nothing");
            }
            return new Vote(index, member, reply, "");
        }
        Json json = json(member, reply, format);
        Json compared = field.isPresent() && json instanceof JsonObject object ? object.member(field.get()) : json;
        return new Vote(index, member, reply, "json " + compared.canonical());
    }

    static Json json(Member member, ChatReply reply, ResponseFormat format) {
        Json json = JsonExtractor.find(reply.text())
                .orElseThrow(
                        () -> new GatorException(CallError.NOT_STRUCTURED, member.name() + " answered without JSON"));
        if (format instanceof ResponseFormat.Schema wanted) {
            var violations = wanted.schema().validate(json);
            if (!violations.isEmpty()) {
                throw new GatorException(
                        CallError.NOT_STRUCTURED,
                        member.name() + " answered JSON that does not fit: " + violations.get(0));
            }
        }
        return json;
    }

    private static String calls(ChatReply reply) {
        return reply.toolCalls().stream().map(Ballots::canonical).sorted().collect(Collectors.joining("\n"));
    }

    private static String canonical(Part.ToolCall call) {
        return call.name() + " "
                + JsonExtractor.find(call.arguments()).map(Json::canonical).orElse(call.arguments());
    }
}
