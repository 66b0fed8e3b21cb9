package dev.gator.rag.batch;

import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.store.BatchProgress;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions about a batch. */
final class BatchReading {

    private static final String WHOSE = " where i.tenant = ? and i.user_id = ? and i.batch = ?";
    private static final int FAILURES = 100;

    private final BatchTables tables;
    private final BatchKey batch;

    BatchReading(BatchTables tables, BatchKey batch) {
        this.tables = tables;
        this.batch = batch;
    }

    BatchProgress progress() {
        Map<String, long[]> counts = new HashMap<>();
        tables.read(
                "select i.status, count(j.task_instance), count(*) from gator_reel_item i left join " + BatchTables.JOBS
                        + " j on j.task_name = '" + BatchWorker.TASK
                        + "' and j.task_instance = i.item_id and j.picked = ?" + WHOSE + " group by i.status",
                statement -> {
                    statement.setBoolean(1, true);
                    batch.bind(statement, 2);
                },
                rows -> counts.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)}));
        long[] none = {0, 0};
        long[] open = counts.getOrDefault("WAITING", none);
        return new BatchProgress(
                open[1] - open[0],
                open[0],
                counts.getOrDefault("DONE", none)[1],
                counts.getOrDefault("FAILED", none)[1],
                counts.getOrDefault("CANCELLED", none)[1]);
    }

    Page<BatchResult> results(PageRequest page) {
        List<BatchResult> found = tables.read(
                "select r.result from gator_reel_item i join gator_reel_result r on r.item_id = i.item_id" + WHOSE
                        + " and i.item_key > ? order by i.item_key limit ?",
                statement -> {
                    int next = batch.bind(statement, 1);
                    statement.setString(next, page.after().orElse(""));
                    statement.setInt(next + 1, page.limit() + 1);
                },
                rows -> JsonBinding.read(Json.parse(rows.getString(1)), BatchResult.class));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<BatchResult> kept = found.subList(0, page.limit());
        return new Page<>(kept, kept.get(kept.size() - 1).key());
    }

    BatchReport report() {
        double[] sums = tables.read(
                        "select coalesce(sum(r.valid), 0), coalesce(avg(r.score), 0) from gator_reel_item i"
                                + " join gator_reel_result r on r.item_id = i.item_id" + WHOSE,
                        this::bind,
                        rows -> new double[] {rows.getLong(1), rows.getDouble(2)})
                .get(0);
        List<FailedItem> failures = tables.read(
                "select i.item_key, i.reason, i.attempts from gator_reel_item i" + WHOSE
                        + " and i.status = 'FAILED' order by i.item_key limit " + FAILURES,
                this::bind,
                rows -> new FailedItem(rows.getString(1), rows.getString(2), rows.getInt(3)));
        return new BatchReport(batch.name(), progress(), (long) sums[0], sums[1], failures);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        batch.bind(statement, 1);
    }
}
