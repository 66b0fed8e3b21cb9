package dev.gator.resilience.cache;

import dev.gator.call.Overrides;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ProviderOptions;
import dev.gator.chat.ResponseFormat;
import dev.gator.content.Attachment;
import dev.gator.content.Sha256;
import dev.gator.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The hash of everything that shapes an answer. Each field goes in with its length, so that no two different requests
 * have the same text.
 */
final class Fingerprint {

    private final MessageDigest digest = Sha256.digest();

    private Fingerprint() {}

    /** Returns the hash of a request to that model; cache points, keys and the context do not shape an answer. */
    static String of(String model, String version, ChatRequest request, List<Message> messages) {
        Fingerprint print = new Fingerprint();
        print.add("model", model).add("version", version);
        messages.forEach(print::add);
        request.tools().forEach(print::add);
        print.add("choice", request.toolChoice().toString());
        print.add(request.format());
        print.add("sampling", request.sampling().toString());
        print.add("reasoning", request.reasoning().map(Record::toString).orElse(""));
        print.add(request.overrides());
        request.options().forEach(print::add);
        return Sha256.hex(print.digest.digest());
    }

    /** Returns the hash of these words, each by itself. */
    static String of(String... words) {
        Fingerprint print = new Fingerprint();
        for (String word : words) {
            print.add("", word);
        }
        return Sha256.hex(print.digest.digest());
    }

    private Fingerprint add(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    private void add(Message message) {
        add("message", message.getClass().getSimpleName());
        message.parts().forEach(this::add);
    }

    private void add(Part part) {
        add("part", part.getClass().getSimpleName());
        if (part instanceof Part.Text text) {
            add("text", text.text()).add("untrusted", Boolean.toString(text.untrusted()));
        } else if (part instanceof Part.File file) {
            add(file.attachment());
        } else if (part instanceof Part.Reasoning thought) {
            add("thought", thought.text()).add("signature", thought.signature());
        } else if (part instanceof Part.ToolCall call) {
            add("id", call.id()).add("tool", call.name()).add("arguments", call.arguments());
        } else if (part instanceof Part.ToolResult result) {
            add("id", result.callId()).add("tool", result.name()).add("content", result.content());
            add("error", Boolean.toString(result.error()));
        }
    }

    private void add(Attachment attachment) {
        add("type", attachment.type().toString()).add("name", attachment.name());
        if (attachment instanceof Attachment.Bytes bytes) {
            add("bytes", bytes.sha256());
        } else if (attachment instanceof Attachment.Link link) {
            add("link", link.address().toString());
        }
    }

    private void add(ToolSpec tool) {
        add("tool", tool.name()).add("says", tool.description());
        add("takes", tool.parameters().json().toString());
    }

    private void add(ResponseFormat format) {
        if (format instanceof ResponseFormat.Schema schema) {
            add("schema", schema.name()).add("shape", schema.schema().json().toString());
        } else {
            add("format", format.getClass().getSimpleName());
        }
    }

    private void add(Overrides overrides) {
        add("as", overrides.model().orElse(""));
        add("at", overrides.baseUrl().map(Object::toString).orElse(""));
    }

    // options without a text of their own print an identity, so they never match: slower, but not wrong
    private void add(ProviderOptions options) {
        add("options", options.getClass().getName()).add("set", options.toString());
    }
}
