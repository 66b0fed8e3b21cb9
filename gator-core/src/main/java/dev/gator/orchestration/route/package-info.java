/**
 * Choosing the model for a question: by what the question is, what each model can do, costs and takes.
 *
 * <p>A {@link dev.gator.orchestration.route.Router} decides before it asks and can say why without asking; a
 * {@link dev.gator.orchestration.route.Cascade} asks the cheapest model first and goes on while it is not confident.
 */
@NullMarked
package dev.gator.orchestration.route;

import org.jspecify.annotations.NullMarked;
