package dev.gator.tck;

import dev.gator.chat.ChatReply;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.json.Json;
import java.util.List;

/** What a reply says, as lines that can be compared: without ids that a client has to make up. */
final class Facts {

    private Facts() {}

    static List<String> of(ChatReply reply, WireDialect dialect) {
        boolean ids = dialect.traits().contains(WireTrait.CALL_IDS);
        List<String> parts =
                reply.message().parts().stream().map(part -> line(part, ids)).toList();
        return List.of(
                "parts " + parts,
                "model " + reply.model(),
                "finish " + reply.finish(),
                "usage " + reply.usage(),
                "cost " + reply.cost(),
                "warnings " + reply.warnings());
    }

    private static String line(Part part, boolean ids) {
        if (part instanceof Part.ToolCall call) {
            String arguments = call.arguments().isBlank()
                    ? ""
                    : Json.parse(call.arguments()).canonical();
            return "call " + (ids ? call.id() + " " : "") + call.name() + " " + arguments;
        }
        if (part instanceof Part.File file && file.attachment() instanceof Attachment.Bytes bytes) {
            return "file " + bytes.type() + " " + bytes.sha256();
        }
        return part.toString();
    }
}
