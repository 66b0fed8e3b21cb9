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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hash of everything that shapes an answer. Each field goes in with its length, so that no two different requests
 * have the same text.
 */
final class Fingerprint {

    private final AtomicReference<@Nullable MessageDigest> spare = new AtomicReference<>();

    /** Returns the hash of a request to that model; cache points, keys and the context do not shape an answer. */
    String of(String model, String version, ChatRequest request, List<Message> messages) {
        return with(print -> {
            print.add('m', model).add('v', version);
            messages.forEach(print::add);
            request.tools().forEach(print::add);
            print.add('w', request.toolChoice().toString());
            print.add(request.format());
            print.add('q', request.sampling().toString());
            print.add('r', request.reasoning().map(Record::toString).orElse(""));
            print.add(request.overrides());
            request.options().forEach(print::add);
        });
    }

    /** Returns the hash of these words, each by itself. */
    String of(String... words) {
        return with(print -> {
            for (String word : words) {
                print.add('.', word);
            }
        });
    }

    // making a digest costs more than most requests take to hash, so one is kept for the next caller
    private String with(Consumer<Print> content) {
        MessageDigest kept = spare.getAndSet(null);
        MessageDigest digest = kept == null ? Sha256.digest() : kept;
        digest.reset();
        content.accept(new Print(digest));
        String hash = new String(digest.digest(), StandardCharsets.ISO_8859_1);
        spare.set(digest);
        return hash;
    }

    private record Print(MessageDigest digest) {

        Print add(char field, String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) field);
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (bytes.length >>> shift));
            }
            digest.update(bytes);
            return this;
        }

        void add(Message message) {
            add('>', message.getClass().getSimpleName());
            message.parts().forEach(this::add);
        }

        void add(Part part) {
            add('p', part.getClass().getSimpleName());
            if (part instanceof Part.Text text) {
                add('t', text.text()).add('u', Boolean.toString(text.untrusted()));
            } else if (part instanceof Part.File file) {
                add(file.attachment());
            } else if (part instanceof Part.Reasoning thought) {
                add('h', thought.text()).add('g', thought.signature());
            } else if (part instanceof Part.ToolCall call) {
                add('i', call.id()).add('f', call.name()).add('a', call.arguments());
            } else if (part instanceof Part.ToolResult result) {
                add('i', result.callId()).add('f', result.name()).add('c', result.content());
                add('e', Boolean.toString(result.error()));
            }
        }

        void add(Attachment attachment) {
            add('y', attachment.type().toString()).add('n', attachment.name());
            if (attachment instanceof Attachment.Bytes bytes) {
                add('b', bytes.sha256());
            } else if (attachment instanceof Attachment.Link link) {
                add('l', link.address().toString());
            }
        }

        void add(ToolSpec tool) {
            add('f', tool.name()).add('d', tool.description());
            add('j', tool.parameters().json().toString());
        }

        void add(ResponseFormat format) {
            if (format instanceof ResponseFormat.Schema schema) {
                add('s', schema.name()).add('z', schema.schema().json().toString());
            } else {
                add('o', format.getClass().getSimpleName());
            }
        }

        void add(Overrides overrides) {
            add('x', overrides.model().orElse(""));
            add('@', overrides.baseUrl().map(Object::toString).orElse(""));
        }

        // options without a text of their own print an identity, so they never match: slower, but not wrong
        void add(ProviderOptions options) {
            add('k', options.getClass().getName()).add('=', options.toString());
        }
    }
}
