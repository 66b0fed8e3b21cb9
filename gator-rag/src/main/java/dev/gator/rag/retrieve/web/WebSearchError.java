package dev.gator.rag.retrieve.web;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong while the web is searched. */
public enum WebSearchError implements ErrorCode {
    /** The engine could not be asked, or did not answer in time. */
    NO_ANSWER("GATOR-WEB-001", ErrorCategory.NETWORK, "check the address, and that the engine runs"),
    /** The engine refused the question. */
    REFUSED(
            "GATOR-WEB-002",
            ErrorCategory.UNAVAILABLE,
            "for 403 allow the format json in the settings of SearXNG, for 429 ask less often"),
    /** The answer is not what SearXNG answers. */
    BAD_ANSWER("GATOR-WEB-003", ErrorCategory.PROTOCOL, "check that the address is that of a SearXNG instance"),
    /** Questions would go over the network for all to read. */
    INSECURE_ADDRESS("GATOR-WEB-004", ErrorCategory.CONFIGURATION, "use https; http is for this machine only");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    WebSearchError(String id, ErrorCategory category, String remedy) {
        this.id = id;
        this.category = category;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
