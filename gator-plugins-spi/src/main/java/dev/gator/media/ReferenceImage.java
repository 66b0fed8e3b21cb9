package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.ConsentScope;
import dev.gator.consent.ConsentUse;
import dev.gator.consent.Purpose;
import dev.gator.content.Attachment;
import dev.gator.error.Require;
import dev.gator.media.seal.SealedMedia;

/** A picture that guides a model. Whoever passes one says who is in it; there is no way not to say it. */
public sealed interface ReferenceImage {

    /** Returns the picture. */
    Attachment.Bytes image();

    /** Opens the consent gate for one use, or refuses; does nothing where no real person is in the picture. */
    void check(CallContext context);

    /** Returns a picture of a persona that this SDK made. */
    static OfPersona ofPersona(SealedMedia image) {
        return new OfPersona(image);
    }

    /** Returns a picture of a real person, with that person's grant. */
    static OfPerson ofPerson(Attachment.Bytes image, ConsentGrant grant, Purpose purpose) {
        return new OfPerson(image, grant, purpose);
    }

    /** Returns a picture without people; {@code attestedBy} answers for that. */
    static WithoutPeople withoutPeople(Attachment.Bytes image, Owner attestedBy) {
        return new WithoutPeople(image, attestedBy);
    }

    /**
     * A picture that this SDK made and sealed.
     *
     * @param media the sealed picture
     */
    record OfPersona(SealedMedia media) implements ReferenceImage {

        /** Checks that it is a picture. */
        public OfPersona {
            Require.that(media.type().isImage(), "reference image is " + media.type());
        }

        @Override
        public Attachment.Bytes image() {
            return media.attachment();
        }

        @Override
        public void check(CallContext context) {
            context.check();
        }
    }

    /**
     * A picture of a real person.
     *
     * @param image the picture
     * @param grant the person's permission
     * @param purpose what the result is for
     */
    record OfPerson(Attachment.Bytes image, ConsentGrant grant, Purpose purpose) implements ReferenceImage {

        /** Checks that it is a picture. */
        public OfPerson {
            Require.that(image.type().isImage(), "reference image is " + image.type());
        }

        @Override
        public void check(CallContext context) {
            grant.check(ConsentUse.of(ConsentScope.LIKENESS_IMAGE, purpose), context);
        }
    }

    /**
     * A picture of things, not of people.
     *
     * @param image the picture
     * @param attestedBy who answers for that
     */
    record WithoutPeople(Attachment.Bytes image, Owner attestedBy) implements ReferenceImage {

        /** Checks that it is a picture. */
        public WithoutPeople {
            Require.that(image.type().isImage(), "reference image is " + image.type());
        }

        @Override
        public void check(CallContext context) {
            context.check();
        }
    }
}
