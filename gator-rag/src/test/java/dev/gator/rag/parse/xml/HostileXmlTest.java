package dev.gator.rag.parse.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Shown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileXmlTest {

    private static final String FEED = "<rss><channel><item><title>&x;</title></item></channel></rss>";

    @TempDir
    Path folder;

    @Test
    void anExternalEntityOpensNoFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");

        String said = refused("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + FEED);

        assertFalse(said.contains("the secret"));
        assertEquals("evil.rss: declares a document type or entities", said);
    }

    @Test
    void noAddressIsAsked() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/evil.dtd";

            refused("<!DOCTYPE rss SYSTEM \"" + address + "\">" + FEED.replace("&x;", ""));
            refused("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>" + FEED);
            refused("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + address + "\">]>" + FEED);

            assertTrue(nobodyKnocked(trap));
        }
    }

    private static boolean nobodyKnocked(ServerSocket trap) throws IOException {
        try {
            trap.accept().close();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void laughsAreNotExpanded() {
        StringBuilder declared = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            declared.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        String bomb = declared + "]>" + FEED.replace("&x;", "&a39;");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused(bomb));
    }

    @Test
    void anUndeclaredEntityIsBrokenXml() {
        assertEquals("evil.rss: is not XML in line 1", Shown.refusal(ParseError.BROKEN, "evil.rss", FEED));
    }

    @Test
    void deepElementsAreRefused() {
        String said = Shown.refusal(ParseError.TOO_LARGE, "evil.rss", "<rss>" + "<a>".repeat(100_000));

        assertEquals("evil.rss: more than 500 elements inside each other, the limit named depth", said);
    }

    private static String refused(String xml) {
        return Shown.refusal(ParseError.HOSTILE, "evil.rss", xml);
    }
}
