package dev.gator.tool;

import dev.gator.error.Require;
import dev.gator.json.JsonSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a model is told about a tool, and what the engine holds it to.
 *
 * @param name 1 to 64 letters, digits, {@code _} or {@code -}
 * @param description what it does and when to use it, for the model to read
 * @param parameters the shape of its arguments
 * @param effect whether it changes anything
 * @param timeout how long one call may take
 */
public record ToolSpec(String name, String description, JsonSchema parameters, ToolEffect effect, Duration timeout) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** Checks the name, the description and the time. */
    public ToolSpec {
        Require.that(NAME.matcher(name).matches(), "tool name '" + name + "' is not 1 to 64 letters, digits, _ or -");
        Require.text("tool description", description);
        Require.positive("tool timeout", timeout);
    }

    /** Returns a tool that only reads and has 30 seconds. */
    public static ToolSpec of(String name, String description, JsonSchema parameters) {
        return new ToolSpec(name, description, parameters, ToolEffect.READS, DEFAULT_TIMEOUT);
    }

    /** Returns a copy with another effect. */
    public ToolSpec withEffect(ToolEffect other) {
        return new ToolSpec(name, description, parameters, other, timeout);
    }

    /** Returns a copy with another time limit. */
    public ToolSpec withTimeout(Duration other) {
        return new ToolSpec(name, description, parameters, effect, other);
    }

    /** Returns a hash of everything the model sees; it changes when a remote tool changes its meaning unnoticed. */
    public String fingerprint() {
        try {
            String seen = name + "\n" + description + "\n" + parameters.json().canonical();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
