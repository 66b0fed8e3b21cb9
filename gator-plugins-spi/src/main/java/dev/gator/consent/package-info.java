/**
 * Permission of the person whose voice or face it is, made of types: no grant, no call.
 *
 * <p>An application asks its {@link dev.gator.consent.ConsentVerifier} through a {@link dev.gator.consent.ConsentIssuer};
 * only the issuer makes a {@link dev.gator.consent.ConsentGrant}. A grant names one {@link dev.gator.consent.Subject},
 * few {@link dev.gator.consent.ConsentScope}s and {@link dev.gator.consent.Purpose}s, and an end. Every use is checked
 * against the {@link dev.gator.consent.ConsentLedger}, which also keeps each decision, so a revocation holds from the
 * next check on and everything can be proved afterwards. There is no subject for minors and none for unknown people.
 */
@NullMarked
package dev.gator.consent;

import org.jspecify.annotations.NullMarked;
