/**
 * What a byte is: media types, told from the bytes themselves, and attachments that carry them into a message.
 *
 * <p>The lowest room that knows content. It reads no network: an {@link dev.gator.content.Attachment} either holds its
 * bytes or names an https address for the provider to fetch.
 */
@NullMarked
package dev.gator.content;

import org.jspecify.annotations.NullMarked;
