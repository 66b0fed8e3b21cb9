package dev.gator.error;

/** Errors that any provider can meet. Every implementation maps its service's answers to these. */
public enum ProviderError implements ErrorCode {
    /** No provider has the name that a model id begins with. */
    UNKNOWN_PROVIDER(
            "GATOR-PRV-001", ErrorCategory.NOT_FOUND, "check the part before the colon, or add the provider's module"),
    /** The service does not know the model. */
    UNKNOWN_MODEL("GATOR-PRV-002", ErrorCategory.NOT_FOUND, "list the models of the provider and correct the name"),
    /** No key was configured. */
    MISSING_KEY("GATOR-PRV-003", ErrorCategory.CONFIGURATION, "set the environment variable or pass a Secret"),
    /** The service refused the key. */
    BAD_KEY("GATOR-PRV-004", ErrorCategory.AUTHENTICATION, "check the key and that it belongs to this service"),
    /** The key is valid but may not do this. */
    FORBIDDEN("GATOR-PRV-005", ErrorCategory.AUTHENTICATION, "ask the service's administrator for access"),
    /** The service found the request wrong. */
    BAD_REQUEST("GATOR-PRV-006", ErrorCategory.BAD_INPUT, "read what the service said and correct the request"),
    /** The prompt is longer than the model's window. */
    CONTEXT_TOO_LONG(
            "GATOR-PRV-007",
            ErrorCategory.TOO_LARGE,
            "shorten the conversation or choose a model with a larger window"),
    /** The service asks to slow down. */
    RATE_LIMITED("GATOR-PRV-008", ErrorCategory.RATE_LIMITED, "wait for retryAfter, or spread the load"),
    /** The account has no credit left. */
    QUOTA_EXHAUSTED("GATOR-PRV-009", ErrorCategory.RATE_LIMITED, "add credit to the account or use another key") {
        @Override
        public boolean retryable() {
            return false; // credit does not come back by waiting a second
        }
    },
    /** The service failed. */
    SERVER_ERROR("GATOR-PRV-010", ErrorCategory.UNAVAILABLE, "try again, or let a fallback take over"),
    /** The service is overloaded. */
    OVERLOADED("GATOR-PRV-011", ErrorCategory.UNAVAILABLE, "try again later, or let a fallback take over"),
    /** The service could not be reached. */
    UNREACHABLE("GATOR-PRV-012", ErrorCategory.NETWORK, "check the base URL, the network and that the server runs"),
    /** The connection broke while the answer was read. */
    CONNECTION_LOST("GATOR-PRV-013", ErrorCategory.NETWORK, "try again; nothing of the answer was kept"),
    /** No answer came in time. */
    NO_ANSWER_IN_TIME("GATOR-PRV-014", ErrorCategory.TIMEOUT, "raise the time limit that the message names"),
    /** The answer is not in the service's documented format. */
    MALFORMED_ANSWER("GATOR-PRV-015", ErrorCategory.PROTOCOL, "check that the base URL points to this kind of service"),
    /** A stream ended without its terminal event. */
    INCOMPLETE_STREAM("GATOR-PRV-016", ErrorCategory.PROTOCOL, "try again; the answer was cut off"),
    /** The answer is larger than the limit. */
    ANSWER_TOO_LARGE("GATOR-PRV-017", ErrorCategory.PROTOCOL, "raise the body limit if such an answer is expected") {
        @Override
        public boolean retryable() {
            return false; // it would only be downloaded again
        }
    },
    /** The service refused the content. */
    CONTENT_REFUSED("GATOR-PRV-018", ErrorCategory.REFUSED, "change the prompt; the service's policy forbids it"),
    /** A plain-text address that is not loopback. */
    INSECURE_URL("GATOR-PRV-019", ErrorCategory.CONFIGURATION, "use https; http is for loopback addresses only"),
    /** The service answered with a redirect. */
    UNEXPECTED_REDIRECT("GATOR-PRV-020", ErrorCategory.PROTOCOL, "set the base URL to the final address") {
        @Override
        public boolean retryable() {
            return false; // it would redirect again
        }
    },
    /** TLS could not be established. */
    TLS_FAILED("GATOR-PRV-021", ErrorCategory.NETWORK, "check the certificate of the service") {
        @Override
        public boolean retryable() {
            return false; // a certificate does not mend itself
        }
    },
    /** An optional dependency is not on the class path. */
    MISSING_DEPENDENCY("GATOR-PRV-022", ErrorCategory.CONFIGURATION, "add the Maven dependency that the message names"),
    /** A model file is missing, damaged or of an unknown kind. */
    BAD_MODEL_FILE("GATOR-PRV-023", ErrorCategory.CONFIGURATION, "download the file again or choose another one"),
    /** A setting of the provider is wrong. */
    BAD_SETTING("GATOR-PRV-024", ErrorCategory.CONFIGURATION, "correct the named setting"),
    /** The request is larger than the service accepts. */
    REQUEST_TOO_LARGE("GATOR-PRV-025", ErrorCategory.TOO_LARGE, "send smaller attachments or fewer of them");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    ProviderError(String id, ErrorCategory category, String remedy) {
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
