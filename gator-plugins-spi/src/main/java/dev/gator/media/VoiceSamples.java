package dev.gator.media;

import dev.gator.content.Attachment;
import dev.gator.error.Require;
import java.util.List;

/**
 * Recordings of one person's voice.
 *
 * @param recordings 1 to 25
 */
public record VoiceSamples(List<Attachment.Bytes> recordings) implements PersonMedia {

    /** Checks that they are sound. */
    public VoiceSamples {
        recordings = Require.notEmpty("voice samples", recordings);
        Require.range("voice samples", recordings.size(), 1, 25);
        recordings.forEach(r -> Require.that(r.type().isAudio(), "voice sample " + r.name() + " is " + r.type()));
    }

    /** Returns recordings of one person. */
    public static VoiceSamples of(Attachment.Bytes... recordings) {
        return new VoiceSamples(List.of(recordings));
    }
}
