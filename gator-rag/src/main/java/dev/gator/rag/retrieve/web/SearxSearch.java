package dev.gator.rag.retrieve.web;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import dev.gator.rag.retrieve.SearchBackend;
import dev.gator.rag.wire.BoundedBody;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Searches the web through a SearXNG instance, which needs no key and can be one's own. Thread-safe.
 *
 * <pre>{@code
 * SearchBackend web = SearxSearch.at(URI.create("https://searx.example.org"));
 * RetrievalPipeline pipeline = RetrievalPipeline.over(corpus).withStages(Stages.search(20), Stages.web(web, 5), Stages.top(5));
 * }</pre>
 *
 * <p>Only that address is asked; redirects are not followed, and no page that is found is fetched.
 */
public final class SearxSearch implements SearchBackend {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 4 << 20;

    private final HttpClient client;
    private final String address;

    private SearxSearch(String address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Returns the search through the instance at that address.
     *
     * @throws GatorException with {@link WebSearchError#INSECURE_ADDRESS} unless it is https, or http on this machine
     */
    public static SearxSearch at(URI instance) {
        String scheme = String.valueOf(instance.getScheme()).toLowerCase(Locale.ROOT);
        boolean near = scheme.equals("http") && THIS_MACHINE.contains(String.valueOf(instance.getHost()));
        if (!scheme.equals("https") && !near) {
            throw new GatorException(WebSearchError.INSECURE_ADDRESS, "the address is " + instance);
        }
        return new SearxSearch(instance.toString().replaceAll("/+$", ""));
    }

    /** Asks the engine; waits ten seconds at most, and no longer than the context's deadline. */
    @Override
    public List<WebPage> search(String question, int most, CallContext context) {
        context.check();
        String query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/search?format=json&q=" + query))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> response = send(request, context);
        if (response.statusCode() != 200) {
            throw new GatorException(WebSearchError.REFUSED, address + " answered with " + response.statusCode());
        }
        return pages(response.body(), most);
    }

    private HttpResponse<String> send(HttpRequest request, CallContext context) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, info -> new BoundedBody(LARGEST_ANSWER, this::tooLarge));
        long millis =
                Math.min(PATIENCE.toMillis(), context.deadline().remaining().toMillis() + 1);
        try (Cancellation.Registration stop = context.cancellation().onCancel(() -> answer.cancel(true))) {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            context.check(); // the call's own deadline says so itself
            throw new GatorException(WebSearchError.NO_ANSWER, address + " did not answer within " + PATIENCE, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while " + address + " was asked", e);
        } catch (CancellationException e) {
            context.check();
            throw new GatorException(WebSearchError.NO_ANSWER, "the request to " + address + " was cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GatorException known) {
                throw known;
            }
            context.check(); // a cancelled exchange ends as a broken one
            throw new GatorException(WebSearchError.NO_ANSWER, address + " could not be asked: " + e.getCause(), e);
        }
    }

    private GatorException tooLarge() {
        return new GatorException(
                WebSearchError.BAD_ANSWER, address + " answered with more than " + LARGEST_ANSWER + " bytes");
    }

    private List<WebPage> pages(String body, int most) {
        JsonArray results;
        try {
            results = Json.parse(body).asObject().array("results");
        } catch (GatorException e) {
            throw new GatorException(WebSearchError.BAD_ANSWER, address + " answered with something else", e);
        }
        List<WebPage> pages = new ArrayList<>();
        for (Json result : results) {
            if (pages.size() < most && result instanceof JsonObject page) {
                add(page, pages);
            }
        }
        return pages;
    }

    private static void add(JsonObject page, List<WebPage> pages) {
        String url = text(page, "url");
        if (url.startsWith("https://") || url.startsWith("http://")) {
            pages.add(new WebPage(text(page, "title"), url, text(page, "content")));
        }
    }

    private static String text(JsonObject page, String name) {
        return page.get(name)
                .filter(value -> value instanceof JsonString)
                .map(Json::asString)
                .orElse("");
    }
}
