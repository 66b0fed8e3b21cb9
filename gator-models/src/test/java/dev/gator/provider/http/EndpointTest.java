package dev.gator.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Overrides;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.openai.com/v1",
                "http://localhost:11434",
                "http://127.0.0.1:1",
                "http://127.9.8.7",
                "http://[::1]:80/x",
                "HTTPS://API.example.com"
            })
    void takesSafeAddresses(String url) {
        Address.check(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://10.0.0.1",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://2130706433",
                "http://0x7f.0.0.1",
                "http://127.1",
                "http://[::ffff:127.0.0.1]",
                "http://169.254.169.254",
                "http://0.0.0.0",
                "http://127.0.0.256"
            })
    void refusesPlainAddressesElsewhere(String url) {
        GatorException e = assertThrows(GatorException.class, () -> Address.check(URI.create(url)));
        assertTrue(e.code() == ProviderError.INSECURE_URL || e.code() == ProviderError.BAD_SETTING, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com",
                "https:/x",
                "file:///etc/passwd",
                "https://user:pw@example.com",
                "https://example.com/?key=1",
                "https://example.com/#x"
            })
    void refusesOddAddresses(String url) {
        GatorException e = assertThrows(GatorException.class, () -> Address.check(URI.create(url)));
        assertEquals(ProviderError.BAD_SETTING, e.code());
        assertFalse(e.getMessage().contains("pw"));
    }

    @Test
    void namesTheMissingKey() {
        Endpoint endpoint = endpoint(ProviderConfig.builder().secrets(SecretSource.none()));
        GatorException e = assertThrows(GatorException.class, () -> endpoint.resolve(Overrides.none()));
        assertEquals(ProviderError.MISSING_KEY, e.code());
        assertTrue(e.getMessage().contains("TEST_KEY"));
        assertFalse(endpoint.isConfigured());
        endpoint.resolve(Overrides.none().withKey(Secret.of("tenant-key")));
    }

    @Test
    void buildsUrls() {
        Target target = endpoint(
                        ProviderConfig.builder().key(Secret.of("k-12345")).baseUrl("https://h/v1/"))
                .resolve(Overrides.none());
        assertEquals(
                "https://h/v1/chat/completions", target.url("/chat/completions").toString());
        assertEquals("https://h/v1/a%20b?x=1", target.url("a%20b?x=1").toString());
    }

    @Test
    void refusesBadHeadersWithoutShowingThem() {
        Endpoint endpoint =
                endpoint(ProviderConfig.builder().key(Secret.of("k-12345")).header("X-A", "se\ncret"));
        GatorException e = assertThrows(GatorException.class, () -> endpoint.resolve(Overrides.none()));
        assertEquals(ProviderError.BAD_SETTING, e.code());
        assertFalse(
                e.toString().contains("cret'") || String.valueOf(e.getCause()).contains("cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 12, PT12S",
        "Retry-After, 1.5, PT1.5S",
        "Retry-After, -3, PT0S",
        "Retry-After, 99999999, PT24H",
        "retry-after-ms, 250, PT0.25S",
        "Retry-After, 'Fri, 02 Jan 2026 03:05:05 GMT', PT1M",
        "Retry-After, 'Fri, 02 Jan 2026 03:00:05 GMT', PT0S"
    })
    void readsRetryAfter(String name, String value, Duration expected) {
        assertEquals(expected, RetryAfter.read(Headers.of(name, value), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "6m0s, PT6M",
        "1s, PT1S",
        "120ms, PT0.12S",
        "1h2m3.5s, PT1H2M3.5S",
        "2026-01-02T03:04:35Z, PT30S",
        "1767323055, PT10S",
        "1767323055000, PT10S",
        "7.66s, PT7.66S"
    })
    void readsTheResetOfWhatIsExhausted(String reset, Duration expected) {
        Headers headers = Headers.of(
                "x-ratelimit-remaining-requests",
                "5",
                "x-ratelimit-reset-requests",
                "9h",
                "x-ratelimit-remaining-tokens",
                "0",
                "x-ratelimit-reset-tokens",
                reset);
        assertEquals(expected, RetryAfter.read(headers, NOW));
        assertNull(RetryAfter.read(Headers.of("x-ratelimit-remaining-requests", "5"), NOW));
        assertNull(RetryAfter.read(Headers.of("Retry-After", "soon"), NOW));
    }

    @Test
    void redactsKeysAndTheirPieces() {
        Redactor redactor = new Redactor(List.of("sk-secret-12345", "abc"));
        assertEquals("key *** and *** bad", redactor.clean("key sk-secret-12345 and sk-secr bad"));
        assertEquals("*** of a foreign one", redactor.clean("sk-proj-0123456789abcdefghij of a foreign one"));
        assertEquals("***", redactor.clean("abc"));
        assertEquals("a b", redactor.clean("a\n\u001b b"));
        assertTrue(redactor.clean("x".repeat(5000)).length() < 500);
    }

    @Test
    void readsEveryShapeOfError() {
        assertEquals(
                new ServiceError(400, "t", "c", "m"),
                ErrorBody.read(400, "{\"error\":{\"type\":\"t\",\"code\":\"c\",\"message\":\"m\"}}"));
        assertEquals(
                new ServiceError(400, "INVALID", "400", "m"),
                ErrorBody.read(400, "[{\"error\":{\"status\":\"INVALID\",\"code\":400,\"message\":\"m\"}}]"));
        assertEquals(new ServiceError(400, "", "", "m"), ErrorBody.read(400, "{\"error\":\"m\"}"));
        assertEquals(new ServiceError(400, "", "", "m"), ErrorBody.read(400, "{\"message\":\"m\"}"));
        assertEquals(new ServiceError(422, "", "", "[\"m\"]"), ErrorBody.read(422, "{\"detail\":[\"m\"]}"));
        assertEquals(
                new ServiceError(400, "", "in", "m"),
                ErrorBody.read(
                        400, "{\"error\":{\"code\":\"out\",\"innererror\":{\"code\":\"in\"},\"message\":\"m\"}}"));
        assertEquals(new ServiceError(500, "", "", ""), ErrorBody.read(500, "<html>"));
        assertEquals(new ServiceError(500, "", "", ""), ErrorBody.read(500, "7"));
    }

    private static Endpoint endpoint(ProviderConfig.Builder config) {
        return Endpoint.of("test", URI.create("https://api.example.com"), config.build())
                .key("TEST_KEY", KeyHeader.BEARER)
                .build();
    }
}
