package dev.gator.store;

import dev.gator.call.Owner;

/**
 * A worker's hold on a job, until the lease ends. Later holds have larger tokens, so that a worker that slept too long
 * cannot write over its successor.
 *
 * @param owner whose job
 * @param spec the work
 * @param attempt which attempt this is, from 1
 * @param worker who holds it
 * @param token tells this hold from earlier and later ones
 */
public record JobClaim(Owner owner, JobSpec spec, int attempt, String worker, long token) {}
