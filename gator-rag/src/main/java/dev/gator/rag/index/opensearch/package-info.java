/**
 * A store for more than one machine: OpenSearch over plain HTTP. One index holds a collection of all owners; every request is
 * filtered by the owner's key and routed by it, and each number of dimensions has a field of its own. Facts become keywords
 * and numbers that OpenSearch filters by inside the vector search.
 */
@NullMarked
package dev.gator.rag.index.opensearch;

import org.jspecify.annotations.NullMarked;
