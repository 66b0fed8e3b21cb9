/** The shared transport of every remote provider: bounded bodies, split timeouts, cancellation that closes the socket. */
@NullMarked
package dev.gator.provider.http;

import org.jspecify.annotations.NullMarked;
