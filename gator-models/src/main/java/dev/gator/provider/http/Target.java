package dev.gator.provider.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Where one call goes and what it carries. Immutable; its headers hold the key, so it prints as its address. */
public final class Target {

    private static final int REMEMBERED_PATHS = 200;

    private final String provider;
    private final HttpUrl base;
    private final Headers headers;
    private final Redactor redactor;
    private final Map<String, HttpUrl> urls = new ConcurrentHashMap<>();

    Target(String provider, HttpUrl base, Headers headers, Redactor redactor) {
        this.provider = provider;
        this.base = base;
        this.headers = headers;
        this.redactor = redactor;
    }

    /** Returns the same target with one more header, which may go to any host. */
    public Target with(String name, String value) {
        return new Target(provider, base, headers.newBuilder().set(name, value).build(), redactor);
    }

    String provider() {
        return provider;
    }

    Redactor redactor() {
        return redactor;
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(url(path)).headers(headers);
    }

    HttpUrl url(String path) {
        HttpUrl known = urls.get(path);
        if (known == null) {
            known = append(path);
            if (urls.size() < REMEMBERED_PATHS) {
                urls.put(path, known);
            }
        }
        return known;
    }

    private HttpUrl append(String path) {
        int query = path.indexOf('?');
        String segments = (query < 0 ? path : path.substring(0, query)).replaceFirst("^/+", "");
        HttpUrl.Builder url = base.newBuilder().addEncodedPathSegments(segments);
        return (query < 0 ? url : url.encodedQuery(path.substring(query + 1))).build();
    }

    /** Returns the address without the key. */
    @Override
    public String toString() {
        return provider + " at " + base;
    }
}
