/**
 * The contract's own small JSON room: values, schemas and records, without a library.
 *
 * <p>{@link dev.gator.json.Json} is a sealed family of immutable values with a strict parser. On top of it
 * {@link dev.gator.json.JsonSchema} describes records to a model and checks what comes back, and
 * {@link dev.gator.json.JsonBinding} turns JSON into records and records into JSON. Two readers deal with what models
 * really send: {@link dev.gator.json.PartialJson} reads an answer while it streams, and
 * {@link dev.gator.json.JsonExtractor} finds JSON inside prose. Providers with a hot wire format may use another parser;
 * nothing here depends on them.
 */
@NullMarked
package dev.gator.json;

import org.jspecify.annotations.NullMarked;
