/**
 * Contract tests for stores: whoever implements an interface of {@code dev.gator.store} extends the class named after it
 * and answers its few abstract methods. Each one also tries to read over the wall between tenants.
 */
@NullMarked
package dev.gator.tck.store;

import org.jspecify.annotations.NullMarked;
