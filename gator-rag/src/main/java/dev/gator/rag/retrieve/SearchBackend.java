package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.error.Require;
import java.util.List;

/** A search engine of the web. Nothing is searched there unless the application passes one in. */
@FunctionalInterface
public interface SearchBackend {

    /** Returns at most {@code most} pages, best first; obeys the context's deadline and cancellation. */
    List<WebPage> search(String question, int most, CallContext context);

    /**
     * A page that was found.
     *
     * @param title its title
     * @param address where it is
     * @param text what it says, or the part that the engine shows
     */
    record WebPage(String title, String address, String text) {

        /** Checks the address. */
        public WebPage {
            Require.that(
                    address.startsWith("https://") || address.startsWith("http://"),
                    "not an address of the web: " + address.substring(0, Math.min(24, address.length())));
        }
    }
}
