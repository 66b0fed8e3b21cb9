/** Documents become passages: reading, cleaning and cutting a source before it is indexed. */
@NullMarked
package dev.gator.ingest;

import org.jspecify.annotations.NullMarked;
