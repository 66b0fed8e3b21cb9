package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.ConsentScope;
import dev.gator.consent.ConsentUse;
import dev.gator.consent.Purpose;
import dev.gator.error.Require;

/** A voice that can speak: one that the service offers to everybody, or a person's, with that person's grant. */
public sealed interface Voice {

    /** Returns the name that the model knows it by. */
    String id();

    /** Opens the consent gate for one use, or refuses; does nothing for a voice that is nobody's. */
    void check(CallContext context);

    /** Returns a voice that the service offers to everybody. */
    static Stock stock(String id) {
        return new Stock(id);
    }

    /**
     * A voice that the service offers to everybody.
     *
     * @param id the name that the model knows it by
     */
    record Stock(String id) implements Voice {

        /** Checks the name. */
        public Stock {
            Require.length("voice id", Require.text("voice id", id), 1, 200);
        }

        @Override
        public void check(CallContext context) {
            context.check();
        }
    }

    /**
     * A person's voice. A {@link VoiceCloner} makes it; it is worthless once the grant ends.
     *
     * @param id the name that the model knows it by
     * @param grant the person's permission
     * @param purpose what it speaks for
     */
    record Granted(String id, ConsentGrant grant, Purpose purpose) implements Voice {

        /** Checks the name. */
        public Granted {
            Require.length("voice id", Require.text("voice id", id), 1, 200);
        }

        @Override
        public void check(CallContext context) {
            grant.check(ConsentUse.of(ConsentScope.VOICE_CLONE, purpose), context);
        }
    }
}
