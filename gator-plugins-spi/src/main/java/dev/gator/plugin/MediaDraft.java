package dev.gator.plugin;

import dev.gator.content.MediaType;
import dev.gator.media.seal.Label;
import dev.gator.media.seal.MediaOrigin;
import dev.gator.media.seal.SyntheticMedia;

/**
 * What a {@link MediaHook} sees of media that is about to be sealed.
 *
 * @param type what it is
 * @param size how many bytes
 * @param sha256 the fingerprint of the unsealed bytes
 * @param origin where it comes from
 * @param label the label that it will get
 */
public record MediaDraft(MediaType type, long size, String sha256, MediaOrigin origin, Label label) {

    /** Returns the facts of media. */
    public static MediaDraft of(SyntheticMedia media, Label label) {
        return new MediaDraft(media.type(), media.size(), media.sha256(), media.origin(), label);
    }
}
