/**
 * Many scripts in one go, by workers that may die. A batch lives in a database: a SQLite file for one machine, PostgreSQL
 * for several. Each item has a job id made from owner, batch and key; its result is written once under that id, so a
 * worker that is killed and its item done again leave one result, never two.
 *
 * <p>db-scheduler hands the items to workers, notices dead ones by their missing heartbeat and waits longer after each
 * failure; the tables here keep what was ordered and what came of it.
 */
@NullMarked
package dev.gator.rag.batch;

import org.jspecify.annotations.NullMarked;
