/**
 * Making and understanding pictures, sound and films.
 *
 * <p>Each model has a card and one method over an immutable request that carries its call context. Quick work blocks; slow
 * work is a {@link dev.gator.media.MediaJob} that survives a restart. What comes out is
 * {@link dev.gator.media.seal.SyntheticMedia}, whose bytes nobody can read before it is sealed. A picture that goes in
 * says who is in it, and work on a person's voice or face takes that person's grant in its only signature.
 */
@NullMarked
package dev.gator.media;

import org.jspecify.annotations.NullMarked;
