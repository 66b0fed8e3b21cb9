package dev.gator.tck.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class WireTlsTest {

    private static final WireTls OWN = WireTls.selfSigned();
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void strangersRefuseItAndFriendsAcceptIt() throws Exception {
        try (WireServer server = WireServer.start(OWN)) {
            server.on("GET", "/").reply(WireReply.sse("a").inPieces(3).pausing(Duration.ofMillis(1)));
            HttpRequest request = HttpRequest.newBuilder(server.uri("/")).build();
            assertTrue(server.url().startsWith("https://"));

            assertThrows(SSLException.class, () -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
            assertEquals(0, server.requestCount());
            assertTrue(server.awaitOpenConnections(0, SOON));
            assertFalse(server.awaitClientClose(Duration.ofMillis(1)), "nothing was asked yet");

            HttpClient friend = HttpClient.newBuilder().sslContext(OWN.trust()).build();
            assertEquals(
                    "data: a\n\n", friend.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void tellsWhenAClientClosesInsideTls() throws Exception {
        try (WireServer server = WireServer.start(OWN);
                SSLSocket socket =
                        (SSLSocket) OWN.trust().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            server.on("GET", "/").reply(WireReply.text("x").hangingAfterHead());
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
            InputStream in = socket.getInputStream();
            assertEquals('H', in.read());
            assertFalse(server.awaitClientClose(Duration.ofMillis(20)));
            socket.close();
            assertTrue(server.awaitClientClose(SOON));
        }
    }

    @Test
    void certificatesCanBeOldOrForAnotherHost() throws Exception {
        assertThrows(
                CertificateExpiredException.class,
                () -> WireTls.expired().certificate().checkValidity());
        WireTls other = WireTls.forHost("example.org");
        try (WireServer server = WireServer.start(other)) {
            HttpClient friend =
                    HttpClient.newBuilder().sslContext(other.trust()).build();
            HttpRequest request = HttpRequest.newBuilder(server.uri("/")).build();
            assertThrows(IOException.class, () -> friend.send(request, BodyHandlers.ofString()));
            assertEquals(0, server.requestCount());
        }
    }
}
