/**
 * What a call consumed and what that costs: token counts, money and price lists. Unknown stays unknown, never zero.
 */
@NullMarked
package dev.gator.usage;

import org.jspecify.annotations.NullMarked;
