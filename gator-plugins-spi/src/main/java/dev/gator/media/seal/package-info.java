/**
 * The one way out for synthetic media: sealed.
 *
 * <p>A model returns {@link dev.gator.media.seal.SyntheticMedia}, which shows its facts but not its bytes. Plugin hooks see
 * those facts. Then a {@link dev.gator.media.seal.Sealer} writes the manifest, the invisible mark and the label, and
 * {@link dev.gator.media.seal.SealedMedia} can be read, saved and published. Policies choose where the label goes, not
 * whether there is one.
 */
@NullMarked
package dev.gator.media.seal;

import org.jspecify.annotations.NullMarked;
