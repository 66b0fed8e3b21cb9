package dev.gator.tck.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.GatorException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SseScriptTest {

    private final SseScript script =
            SseScript.empty().event("start", "{}").comment("ping").data("a\nb").terminal("stop", "{}");

    @Test
    void writesEventsCommentsAndSeveralLines() {
        assertEquals(
                "event: start\ndata: {}\n\n: ping\n\ndata: a\ndata: b\n\nevent: stop\ndata: {}\n\n", script.text());
    }

    @Test
    void spellsTheSameEventsInOtherWays() {
        assertEquals("event:start\r\ndata:{}\r\n\r\n", first(script.crlf().noSpace()));
        assertEquals("data: x\r\r", SseScript.of("x").cr().text());
        assertEquals(
                "\uFEFFdata: x\n\ndata: y\n\n", SseScript.of("x", "y").bom().text());
        assertEquals(
                "id: 7\n\nretry: 10\n\n",
                SseScript.empty().field("id", "7").field("retry", "10").text());
        assertEquals("data", SseScript.empty().raw("data").text());
    }

    @Test
    void endsEarly() {
        assertEquals(
                "event: start\ndata: {}\n\n: ping\n\ndata: a\ndata: b\n\n",
                script.withoutTerminal().text());
        assertEquals("data: 1\n\ndata", SseScript.of("1", "2").cutShort().hang().text());
        assertEquals(
                "data",
                SseScript.of("1")
                        .terminal("[DONE]")
                        .withoutTerminal()
                        .cutShort()
                        .text());
    }

    @Test
    void isImmutable() {
        SseScript one = SseScript.of("1");
        assertEquals("data: 1\n\ndata: 2\n\n", one.data("2").text());
        assertEquals("data: 1\n\n", one.text());
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThrows(GatorException.class, () -> SseScript.empty().event(" ", "x"));
        assertThrows(GatorException.class, () -> SseScript.empty().pause(Duration.ZERO));
    }

    private static String first(SseScript script) {
        String text = script.text();
        return text.substring(0, text.indexOf("\r\n\r\n") + 4);
    }
}
