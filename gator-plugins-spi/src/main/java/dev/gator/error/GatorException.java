package dev.gator.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that Gator throws. Its message reads {@code GATOR-PRV-003 what happened; remedy}.
 *
 * <p>Messages never contain secrets, prompts or replies. Decide by {@link #category()} or {@link #code()}, never by text.
 */
public class GatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final String detail;
    private final @Nullable Duration retryAfter;

    /** Creates an error with its facts. */
    public GatorException(ErrorCode code, String detail) {
        this(code, detail, null, null);
    }

    /** Creates an error with its facts and the exception it came from. */
    public GatorException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(code, detail, cause, null);
    }

    /** Creates an error that also knows how long the other side asks to wait. */
    public GatorException(ErrorCode code, String detail, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(code.id() + " " + detail + "; " + code.remedy(), cause);
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** Returns the stable code. */
    public final ErrorCode code() {
        return code;
    }

    /** Returns what was asked and what came back, without the code and the remedy. */
    public final String detail() {
        return detail;
    }

    /** Returns the category of the code. */
    public final ErrorCategory category() {
        return code.category();
    }

    /** Returns what to do about it. */
    public final String remedy() {
        return code.remedy();
    }

    /** Returns whether the same call may succeed a moment later. */
    public final boolean retryable() {
        return code.retryable();
    }

    /** Returns how long the other side asked to wait before the next try. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
