/**
 * A real HTTP server on a loopback socket that speaks whatever a test tells it to, including every way in which a
 * service can misbehave, and that writes down what it was asked.
 *
 * <p>Three lines make a provider testable without a key and without the network:
 *
 * <pre>{@code
 * try (WireServer server = WireServer.start()) {
 *     server.on("POST", "/v1/chat/completions").reply(WireReply.json("{\"choices\":[]}"));
 *     client(server.url()).call();
 *     assertEquals("Bearer k", server.lastRequest().header("authorization").orElseThrow());
 * }
 * }</pre>
 *
 * <p>{@link dev.gator.tck.wire.WireReply} has a factory for each kind of answer and a method for each fault;
 * {@link dev.gator.tck.wire.SseScript} writes event streams line by line. {@link dev.gator.tck.wire.Recorder} stands
 * between a client and a real service and stores what passes as readable text without secrets;
 * {@link dev.gator.tck.wire.Replay} serves those files back. Nothing here needs more than the JDK.
 */
@NullMarked
package dev.gator.tck.wire;

import org.jspecify.annotations.NullMarked;
