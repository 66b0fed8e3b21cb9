package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures, documents and sound: every byte arrives, under the right type and in the right place. */
interface FileTests {

    @Test
    @Needs(Capability.IMAGE_INPUT)
    default void sendsAPicture(ChatBench bench) {
        assertArrives(bench, Samples.picture());
    }

    @Test
    @Needs(Capability.DOCUMENT_INPUT)
    default void sendsADocument(ChatBench bench) {
        assertArrives(bench, Samples.document());
    }

    @Test
    @Needs(Capability.AUDIO_INPUT)
    default void sendsSound(ChatBench bench) {
        assertArrives(bench, Samples.sound());
    }

    @Test
    @Needs(value = Capability.IMAGE_INPUT, traits = WireTrait.IMAGE_LINKS)
    default void namesAPictureOnTheWeb(ChatBench bench) {
        Attachment link = Attachment.link(URI.create("https://example.com/cat.png"), MediaType.PNG);
        Attachment sent = files(bench.seenFor(Samples.withFile(link)).content()).get(0);
        assertEquals(
                "https://example.com/cat.png",
                ((Attachment.Link) sent).address().toString());
    }

    @Test
    @Needs(Capability.IMAGE_INPUT)
    default void sendsSeveralFilesAndTheQuestion(ChatBench bench) {
        Attachment picture = Samples.picture();
        ChatRequest sent = bench.seenFor(ChatRequest.builder()
                        .user("Which is larger?", picture, picture)
                        .build())
                .content();
        assertEquals(2, files(sent).size());
        assertEquals("Which is larger?", sent.messages().get(0).text());
    }

    private static void assertArrives(ChatBench bench, Attachment.Bytes file) {
        ChatRequest sent = bench.seenFor(Samples.withFile(file)).content();
        Attachment.Bytes arrived = (Attachment.Bytes) files(sent).get(0);
        assertEquals(file.sha256(), arrived.sha256(), "the bytes that arrived");
        assertEquals(file.type(), arrived.type());
        assertEquals("What is this?", sent.messages().get(0).text());
    }

    private static List<Attachment> files(ChatRequest request) {
        return request.messages().stream()
                .map(Message::parts)
                .flatMap(List::stream)
                .filter(Part.File.class::isInstance)
                .map(part -> ((Part.File) part).attachment())
                .toList();
    }
}
