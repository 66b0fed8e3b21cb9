/**
 * Contracts as tests: whoever implements an interface of Gator runs them against the implementation, without a key and
 * without the network.
 *
 * <p>A contract is an interface full of tests. A test class implements it, says how to make what is tested, and for
 * models behind a service how that service speaks: a {@link dev.gator.tck.ChatDialect} turns a
 * {@link dev.gator.tck.Scripted} answer into the service's real bytes and reads requests back. The contract then plays
 * the service over a loopback socket, with every fault of {@link dev.gator.tck.wire}. What a model's card claims is
 * tested; what it does not claim is tested to be refused. A {@link dev.gator.tck.ContractReport} counts what ran and says
 * why the rest did not apply.
 *
 * <p>JUnit is not a dependency of this module's users; whoever runs a contract brings it along.
 */
@NullMarked
package dev.gator.tck;

import org.jspecify.annotations.NullMarked;
