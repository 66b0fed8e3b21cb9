/** XML of strangers, read forward and nothing else: no document types, no entities, nothing that opens another file. */
@NullMarked
package dev.gator.rag.parse.xml;

import org.jspecify.annotations.NullMarked;
