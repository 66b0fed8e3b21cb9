package dev.gator.provider.http;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks base addresses: https, or http to this very machine as its literal address says, never as a name resolves. */
final class Address {

    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

    private Address() {}

    static HttpUrl check(URI address) {
        String scheme = lower(address.getScheme());
        String host = lower(address.getHost());
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new GatorException(
                    ProviderError.BAD_SETTING, "base URL is not an http address with a host: " + scheme);
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null || address.getRawQuery() != null) {
            throw new GatorException(
                    ProviderError.BAD_SETTING, "base URL to " + host + " has credentials, a query or a fragment");
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new GatorException(ProviderError.INSECURE_URL, "base URL to " + host + " is plain http");
        }
        HttpUrl url = HttpUrl.parse(address.toString());
        // two parsers that disagree on the host are how addresses are smuggled past checks
        if (url == null || !sameHost(url.host(), host)) {
            throw new GatorException(ProviderError.BAD_SETTING, "base URL has the unusual host " + host);
        }
        return url;
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || LOOPBACK_V4.matcher(host).matches();
    }

    static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    /** Resolves names as the system does, but {@code localhost} without asking anybody. */
    static Dns dns() {
        return host -> host.equals("localhost") ? localhost() : Dns.SYSTEM.lookup(host);
    }

    private static List<InetAddress> localhost() throws UnknownHostException {
        return List.of(
                InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}),
                InetAddress.getByAddress("localhost", new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    }

    private static boolean sameHost(String parsed, String given) {
        return parsed.equals(given) || ("[" + parsed + "]").equals(given);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
