package dev.gator.rag.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.rag.reel.ReelGenerator;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does the items of all owners, a few at once. */
final class BatchWorker {

    /** What db-scheduler calls the work; first in the key of its table. */
    static final String TASK = "gator-reel";

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final BatchTables tables;
    private final ReelGenerator generator;
    private final Supplier<CallContext> contexts;
    private final BatchSettings settings;
    private final Cancellation closing = Cancellation.create();
    private final Map<String, Cancellation> running = new ConcurrentHashMap<>();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    BatchWorker(
            DataSource connections,
            Database database,
            BatchTables tables,
            ReelGenerator generator,
            Supplier<CallContext> contexts,
            BatchSettings settings) {
        this.tables = tables;
        this.generator = generator;
        this.contexts = contexts;
        this.settings = settings;
        this.task = Tasks.oneTime(TASK)
                .onFailure(this::failed)
                .onDeadExecution(this::died)
                .execute((instance, execution) -> work(instance.getId()));
        this.scheduler = scheduler(connections, database.dialect());
    }

    private Scheduler scheduler(DataSource connections, Dialect dialect) {
        SchedulerBuilder builder = Scheduler.create(connections, List.of(task))
                .tableName(BatchTables.JOBS)
                .schedulerName(new SchedulerName.Fixed("gator-" + UUID.randomUUID()))
                .serializer(new NoData())
                .threads(Math.max(1, settings.parallel()))
                .pollingInterval(POLL)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enablePriority();
        if (dialect == Dialect.POSTGRESQL) {
            builder.pollUsingLockAndFetch(0.5, 1.0); // "skip locked": workers do not wait for each other's rows
        }
        return builder.build();
    }

    void start() {
        if (settings.parallel() > 0) {
            scheduler.start();
        }
    }

    /** Tells the worker that there is something to do. */
    void wake() {
        if (settings.parallel() > 0) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Puts jobs into the queue within somebody's transaction. */
    void enqueue(Connection connection, List<String> ids, int priority) {
        if (ids.isEmpty()) {
            return;
        }
        SchedulerClient client = SchedulerClient.Builder.create(OneConnection.of(connection), task)
                .tableName(BatchTables.JOBS)
                .serializer(new NoData())
                .enablePriority()
                .build();
        List<TaskInstance<?>> jobs = ids.stream()
                .<TaskInstance<?>>map(id -> new TaskInstance.Builder<Void>(TASK, id)
                        .priority(priority)
                        .build())
                .toList();
        client.scheduleBatch(jobs, now());
    }

    /** Stops the calls of these items, if this process has them. */
    void stop(List<String> ids) {
        for (String id : ids) {
            Optional.ofNullable(running.get(id)).ifPresent(Cancellation::cancel);
        }
    }

    List<String> running() {
        return List.copyOf(running.keySet());
    }

    /** Takes no more items, gives those under way a moment, cancels the rest; they wait for another worker. */
    void close() {
        if (settings.parallel() > 0) {
            TimeSource time = contexts.get().time();
            scheduler.pause();
            Instant end = time.now().plus(GRACE);
            while (!running.isEmpty() && time.now().isBefore(end)) {
                time.sleep(Duration.ofMillis(20), Cancellation.never());
            }
            closing.cancel();
        }
        scheduler.stop();
    }

    private void work(String id) {
        Optional<Ordered> found = tables.waiting(id);
        if (found.isEmpty()) {
            return; // done by a worker that died before it could say so, or cancelled
        }
        try (Cancellation.Child stop = closing.child()) {
            running.put(id, stop.cancellation());
            tables.finish(id, make(found.get(), stop.cancellation()));
        } finally {
            running.remove(id);
        }
    }

    private BatchResult make(Ordered ordered, Cancellation stop) {
        BatchItem item = ordered.item();
        CallContext context =
                contexts.get().withOwner(ordered.owner()).withCancellation(stop).withNewTrace();
        return BatchResult.of(item.key(), generator.generate(item.brand(), item.request(), context));
    }

    private void failed(ExecutionComplete execution, ExecutionOperations<Void> operations) {
        if (closing.isCancelled()) {
            operations.reschedule(execution, now()); // not the item's fault
            return;
        }
        Throwable cause = execution.getCause().orElseThrow();
        if (cause instanceof GatorException e) {
            after(execution, operations, e.code().id() + ": " + e.detail(), e.retryable(), e.retryAfter());
        } else {
            after(execution, operations, cause.toString(), true, Optional.empty());
        }
    }

    private void died(ExecutionComplete execution, ExecutionOperations<Void> operations) {
        after(execution, operations, "its worker died", true, Optional.empty());
    }

    private void after(
            ExecutionComplete execution,
            ExecutionOperations<Void> operations,
            String reason,
            boolean again,
            Optional<Duration> asked) {
        String id = execution.getExecution().taskInstance.getId();
        Optional<Ordered> waiting = tables.waiting(id);
        if (waiting.isEmpty()) {
            operations.stop();
            return;
        }
        int failures = waiting.get().attempts() + 1;
        boolean last = !again || failures >= settings.retry().attempts();
        tables.fail(id, reason, last);
        if (last) {
            operations.stop();
        } else {
            Duration rest = settings.retry().rest(failures);
            operations.reschedule(
                    execution,
                    now().plus(asked.filter(wish -> wish.compareTo(rest) > 0).orElse(rest)));
        }
    }

    private Instant now() {
        return contexts.get().time().now();
    }

    /** The queue holds names only: what an item needs is in a table of ours, and nothing is ever deserialised. */
    private static final class NoData implements Serializer {
        @Override
        public byte[] serialize(@Nullable Object data) {
            return new byte[0];
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte[] bytes) {
            return null;
        }
    }
}
