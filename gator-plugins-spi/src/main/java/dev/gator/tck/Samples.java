package dev.gator.tck;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.json.JsonSchema;
import dev.gator.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the tests ask with. */
final class Samples {

    /** A text that a careless reader breaks: several bytes for a character, two characters for one sign, quotes. */
    static final String HARD_TEXT = "Grüße, 世界! \uD83D\uDC0A\u200D\uD83D\uDC9A \"quoted\" \\ and\nanother\tline שלום";

    static final ToolSpec WEATHER = ToolSpec.of("weather", "Tells the weather of a city.", JsonSchema.of(City.class));

    static final ToolSpec CLOCK = ToolSpec.of("clock", "Tells the time in a city.", JsonSchema.of(City.class));

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Samples() {}

    /**
     * A city, as the sample tools take it.
     *
     * @param city its name
     */
    record City(String city) {}

    /**
     * A plan, as the sample answers hold it.
     *
     * @param title what it is called
     * @param days how long it takes
     */
    record Plan(String title, int days) {}

    static Attachment.Bytes picture() {
        return Attachment.of(Base64.getDecoder().decode(PIXEL), MediaType.PNG);
    }

    static Attachment.Bytes document() {
        byte[] bytes = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
        return Attachment.of(bytes, MediaType.PDF);
    }

    static Attachment.Bytes sound() {
        byte[] silence = new byte[44 + 16];
        byte[] head = "RIFF4\0\0\0WAVEfmt \20\0\0\0\1\0\1\0\100\37\0\0\200\76\0\0\2\0\20\0data\20\0\0\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, silence, 0, head.length);
        return Attachment.of(silence, MediaType.WAV);
    }

    static ChatRequest question() {
        return ChatRequest.of("Why is the sky blue?");
    }

    static ChatRequest withTools() {
        return question().toBuilder().tools(WEATHER, CLOCK).build();
    }

    static ChatRequest withFile(Attachment file) {
        return ChatRequest.builder().user("What is this?", file).build();
    }

    /** A conversation in which a tool was called and has answered. */
    static ChatRequest afterToolRound(Part.ToolCall call, String result, boolean error) {
        return ChatRequest.builder()
                .user("What is the weather in Basel?")
                .message(new Message.Assistant(List.of(call), false))
                .message(Message.toolResults(List.of(new Part.ToolResult(call.id(), call.name(), result, error))))
                .tools(WEATHER)
                .build();
    }
}
