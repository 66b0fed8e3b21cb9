/**
 * What is known about models without asking anyone, as data beside the code: one JSON file for each provider, each price
 * with its source and date.
 */
@NullMarked
package dev.gator.provider.catalog;

import org.jspecify.annotations.NullMarked;
