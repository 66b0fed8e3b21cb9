/**
 * Scripts as documents of a team: versions that never change, comments on words, an approval by a second person, and a history
 * of who did what. A document lies with its author; others see it while it is shared.
 */
@NullMarked
package dev.gator.rag.studio.document;

import org.jspecify.annotations.NullMarked;
