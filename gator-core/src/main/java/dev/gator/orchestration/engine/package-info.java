/**
 * What strategies are made of, open to strategies that others write.
 *
 * <p>A {@link dev.gator.orchestration.engine.Strategy} is one function: it asks models through a
 * {@link dev.gator.orchestration.engine.Run} and says how the answer is told. A
 * {@link dev.gator.orchestration.engine.StrategyModel} makes a chat model of it: streamed, cancelled, billed and watched.
 * {@link dev.gator.orchestration.engine.Meaning} compares answers and {@link dev.gator.orchestration.engine.Judge} grades
 * them.
 */
@NullMarked
package dev.gator.orchestration.engine;

import org.jspecify.annotations.NullMarked;
