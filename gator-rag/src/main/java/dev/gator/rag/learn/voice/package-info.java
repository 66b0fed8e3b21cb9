/** How a brand sounds: learned by counting in its own texts, and by their meaning where there is an embedding model. */
@NullMarked
package dev.gator.rag.learn.voice;

import org.jspecify.annotations.NullMarked;
