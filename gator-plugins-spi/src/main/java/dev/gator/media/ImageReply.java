package dev.gator.media;

import dev.gator.error.Require;
import dev.gator.media.seal.SyntheticMedia;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that a model made.
 *
 * @param images at least one, not sealed yet
 * @param rewrittenPrompt the prompt as the service changed it, or null
 * @param receipt what they took to make
 */
public record ImageReply(List<SyntheticMedia> images, @Nullable String rewrittenPrompt, MediaReceipt receipt) {

    /** Checks that there is a picture. */
    public ImageReply {
        images = Require.notEmpty("images of a reply", images);
    }

    /** Returns the first picture. */
    public SyntheticMedia image() {
        return images.get(0);
    }

    /** Returns the prompt as the service changed it, if it did. */
    public Optional<String> revisedPrompt() {
        return Optional.ofNullable(rewrittenPrompt);
    }
}
