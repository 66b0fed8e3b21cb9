package dev.gator.consent;

import dev.gator.content.Attachment;
import dev.gator.error.Require;
import java.time.Instant;

/** Whether the person was there: a random phrase, spoken now, by the voice in the samples. */
public sealed interface Liveness {

    /** Returns whether this shows that the person was there. */
    boolean isShown();

    /**
     * The person was there.
     *
     * @param wordMatch how much of the phrase was heard, 0 to 1
     * @param speakerMatch how alike the voices are, 0 to 1
     * @param at when it was recorded
     */
    record Shown(double wordMatch, double speakerMatch, Instant at) implements Liveness {

        /** Checks the shares. */
        public Shown {
            Require.range("word match", wordMatch, 0, 1);
            Require.range("speaker match", speakerMatch, 0, 1);
        }

        @Override
        public boolean isShown() {
            return true;
        }
    }

    /**
     * The person was not shown to be there.
     *
     * @param reason why not
     */
    record NotShown(String reason) implements Liveness {

        @Override
        public boolean isShown() {
            return false;
        }
    }

    /**
     * What the person recorded.
     *
     * @param phrase the random phrase that was asked for
     * @param recording the person speaking it
     */
    record Recording(String phrase, Attachment.Bytes recording) {

        /** Checks that there is a phrase and that the recording is sound or film. */
        public Recording {
            Require.text("liveness phrase", phrase);
            Require.that(
                    recording.type().isAudio() || recording.type().isVideo(),
                    "liveness recording is " + recording.type() + ", neither sound nor film");
        }
    }
}
