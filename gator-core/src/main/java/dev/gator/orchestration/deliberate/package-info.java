/**
 * Several minds on one question: they vote, argue, or build on each other.
 *
 * <p>{@link dev.gator.orchestration.deliberate.Consensus} compares answers by what they mean,
 * {@link dev.gator.orchestration.deliberate.Voting} counts structured ones field by field,
 * {@link dev.gator.orchestration.deliberate.Debate} lets two sides argue before a judge,
 * {@link dev.gator.orchestration.deliberate.Chain} hands the work from stage to stage. Each is a chat model and has a call
 * that tells how the answer came about.
 */
@NullMarked
package dev.gator.orchestration.deliberate;

import org.jspecify.annotations.NullMarked;
