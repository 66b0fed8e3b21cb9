/**
 * How the services speak for which Gator brings a provider: one dialect each, for their contract tests and for anybody who
 * tests an application against a service that is not there.
 */
@NullMarked
package dev.gator.tck.provider;

import org.jspecify.annotations.NullMarked;
