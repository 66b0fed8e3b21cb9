/**
 * Ways for one model to think harder, and for several to work on one thing.
 *
 * <p>Samples and grades ({@link dev.gator.orchestration.reason.BestOf},
 * {@link dev.gator.orchestration.reason.SelfConsistency}, {@link dev.gator.orchestration.reason.TreeOfThought}), loops
 * ({@link dev.gator.orchestration.reason.ReAct}, {@link dev.gator.orchestration.reason.PlanAndExecute},
 * {@link dev.gator.orchestration.reason.CritiqueAndRevise}), and views of several answers
 * ({@link dev.gator.orchestration.reason.Multiverse}, {@link dev.gator.orchestration.reason.Counterfactual}).
 */
@NullMarked
package dev.gator.orchestration.reason;

import org.jspecify.annotations.NullMarked;
