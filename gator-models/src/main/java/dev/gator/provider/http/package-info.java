/**
 * What all remote providers share: addresses and keys, one transport, event streams and JSON as bytes.
 *
 * <p>A provider makes an {@link dev.gator.provider.http.Endpoint} and a {@link dev.gator.provider.http.Transport} once. For
 * each call it resolves the endpoint to a {@link dev.gator.provider.http.Target}, writes a
 * {@link dev.gator.provider.http.JsonBody}, and gets a whole {@link dev.gator.provider.http.Answer} or an
 * {@link dev.gator.provider.http.EventStream}; both are read with {@link dev.gator.provider.http.JsonScan}. Whatever goes
 * wrong on the way is a {@link dev.gator.error.GatorException} by the time the provider sees it.
 */
@NullMarked
package dev.gator.provider.http;

import org.jspecify.annotations.NullMarked;
