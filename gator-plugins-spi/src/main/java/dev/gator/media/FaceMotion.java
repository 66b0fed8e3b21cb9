package dev.gator.media;

import dev.gator.consent.ConsentGrant;
import dev.gator.consent.ConsentScope;
import dev.gator.error.Require;
import dev.gator.media.seal.SyntheticMedia;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a face or body is made to do. */
public sealed interface FaceMotion {

    /** Returns the kind of work that the grant of the face must allow. */
    ConsentScope scope();

    /**
     * Speaks. Where the voice is a real person's, that person's grant is needed beside the face's.
     *
     * @param speech what is heard
     * @param voiceGrant the permission of the voice's owner, or null if the voice is nobody's
     */
    record LipSync(SyntheticMedia speech, @Nullable ConsentGrant voiceGrant) implements FaceMotion {

        /** Checks that it is sound and that a granted voice comes with its grant. */
        public LipSync {
            Require.that(speech.type().isAudio(), "speech is " + speech.type());
            Require.that(
                    speech.origin().grants().isEmpty()
                            || (voiceGrant != null && speech.origin().madeUnder(voiceGrant)),
                    "the voice is a real person's and comes without that person's grant");
        }

        @Override
        public ConsentScope scope() {
            return ConsentScope.LIP_SYNC;
        }

        /** Returns the permission of the voice's owner, if the voice is a real person's. */
        public Optional<ConsentGrant> voice() {
            return Optional.ofNullable(voiceGrant);
        }
    }

    /**
     * Shows a feeling.
     *
     * @param expression which
     * @param intensity how strongly, 0 to 1
     */
    record Express(FaceExpression expression, double intensity) implements FaceMotion {

        /** Checks the intensity. */
        public Express {
            Require.range("intensity", intensity, 0.0, 1.0);
        }

        @Override
        public ConsentScope scope() {
            return ConsentScope.EXPRESSION;
        }
    }

    /**
     * Looks like an adult of another age.
     *
     * @param target which age
     */
    record Age(AdultAge target) implements FaceMotion {

        @Override
        public ConsentScope scope() {
            return ConsentScope.AGE;
        }
    }

    /**
     * Moves the whole body.
     *
     * @param description how
     */
    record Move(String description) implements FaceMotion {

        /** Checks that there is a description. */
        public Move {
            Require.length("description of the movement", Require.text("description", description), 1, 2_000);
        }

        @Override
        public ConsentScope scope() {
            return ConsentScope.FULL_BODY;
        }
    }
}
