package dev.gator.media;

import dev.gator.content.Attachment;
import dev.gator.error.Require;

/**
 * A picture of one person's face or body. The face of a persona has a grant too: one about
 * {@link dev.gator.consent.Subject.SyntheticPersona}, which nobody has to sign.
 *
 * @param image the picture
 */
public record FaceImage(Attachment.Bytes image) implements PersonMedia {

    /** Checks that it is a picture. */
    public FaceImage {
        Require.that(image.type().isImage(), "face image is " + image.type());
    }
}
