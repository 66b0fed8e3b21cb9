package dev.gator.provider.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The mark that ends a prefix worth caching.
 *
 * @param call whose options tell how long it is kept
 */
record CacheMark(MessagesCall call) {

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("cache_control");
        json.writeStringField("type", "ephemeral");
        if (call.options().cacheTtl() == AnthropicOptions.CacheTtl.ONE_HOUR) {
            json.writeStringField("ttl", "1h");
        }
        json.writeEndObject();
    }
}
