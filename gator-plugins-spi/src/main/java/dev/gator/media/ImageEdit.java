package dev.gator.media;

import dev.gator.content.Attachment;
import dev.gator.error.Require;

/** What is done to an existing picture. The prompt of the request says what should come of it. */
public sealed interface ImageEdit {

    /** Returns the picture that is changed. */
    ReferenceImage image();

    /**
     * Repaints a part.
     *
     * @param image the picture
     * @param mask a picture of the same size, white where it is repainted
     */
    record Inpaint(ReferenceImage image, Attachment.Bytes mask) implements ImageEdit {

        /** Checks that the mask is a picture. */
        public Inpaint {
            Require.that(mask.type().isImage(), "mask is " + mask.type());
        }
    }

    /**
     * Extends the picture over its edges.
     *
     * @param image the picture
     * @param left new pixels at the left, 0 to 2,048
     * @param top new pixels above
     * @param right new pixels at the right
     * @param bottom new pixels below
     */
    record Outpaint(ReferenceImage image, int left, int top, int right, int bottom) implements ImageEdit {

        /** Checks the margins. */
        public Outpaint {
            Require.range("left margin", left, 0, 2_048);
            Require.range("top margin", top, 0, 2_048);
            Require.range("right margin", right, 0, 2_048);
            Require.range("bottom margin", bottom, 0, 2_048);
            Require.that(left + top + right + bottom > 0, "outpainting has no margin");
        }
    }

    /**
     * Makes something like it.
     *
     * @param image the picture
     * @param strength how far it may depart, 0 to 1
     */
    record Variation(ReferenceImage image, double strength) implements ImageEdit {

        /** Checks the strength. */
        public Variation {
            Require.range("strength", strength, 0.0, 1.0);
        }
    }

    /**
     * Enlarges it.
     *
     * @param image the picture
     * @param factor 2 to 16
     */
    record Upscale(ReferenceImage image, int factor) implements ImageEdit {

        /** Checks the factor. */
        public Upscale {
            Require.range("upscaling factor", factor, 2, 16);
        }
    }

    /**
     * Keeps its structure.
     *
     * @param image the picture
     * @param structure what is kept
     * @param weight how strictly, 0 to 2
     */
    record Control(ReferenceImage image, Structure structure, double weight) implements ImageEdit {

        /** Checks the weight. */
        public Control {
            Require.range("control weight", weight, 0.0, 2.0);
        }
    }

    /**
     * Cuts the background away.
     *
     * @param image the picture
     */
    record RemoveBackground(ReferenceImage image) implements ImageEdit {}

    /** What is kept of a picture. */
    enum Structure {
        /** Its edges. */
        EDGES,
        /** What is near and what is far. */
        DEPTH,
        /** How bodies stand. */
        POSE
    }
}
