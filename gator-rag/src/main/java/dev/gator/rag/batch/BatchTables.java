package dev.gator.rag.batch;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.json.JsonBinding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was ordered and what came of it. Every change is one transaction. */
final class BatchTables {

    /** The table that belongs to db-scheduler. */
    static final String JOBS = "gator_reel_job";

    private static final String OF_BATCH = " where tenant = ? and user_id = ? and batch = ?";

    private final Database database;

    BatchTables(Database database) {
        this.database = database;
    }

    /** Remembers that there is a batch of that name; nothing happens if there is. */
    void open(BatchKey batch, long now) {
        change(
                "insert into gator_reel_batch (tenant, user_id, name, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                statement -> statement.setLong(batch.bind(statement, 1), now));
    }

    boolean exists(BatchKey batch) {
        return !read(
                        "select 1 from gator_reel_batch where tenant = ? and user_id = ? and name = ?",
                        statement -> batch.bind(statement, 1),
                        rows -> 1)
                .isEmpty();
    }

    List<String> names(Owner owner) {
        return read(
                "select name from gator_reel_batch where tenant = ? and user_id = ? order by name",
                statement -> {
                    statement.setString(1, owner.tenant());
                    statement.setString(2, BatchKey.user(owner));
                },
                rows -> rows.getString(1));
    }

    /** Writes the items that are new and hands their job ids on, all in one transaction. */
    void order(BatchKey batch, List<BatchItem> items, Handover jobs) {
        database.inTransaction(connection -> {
            database.dialect().lockTables(connection); // two who order the same batch must not both think an item new
            Map<String, BatchItem> fresh = new LinkedHashMap<>();
            for (BatchItem item : items) {
                fresh.put(batch.jobOf(item.key()), item);
            }
            removeKnown(connection, fresh);
            insert(connection, batch, fresh);
            jobs.accept(connection, List.copyOf(fresh.keySet()));
            return fresh.size();
        });
    }

    private static void removeKnown(Connection connection, Map<String, BatchItem> fresh) throws SQLException {
        String places = String.join(", ", Collections.nCopies(fresh.size(), "?"));
        try (PreparedStatement ask = connection.prepareStatement(
                "select item_id, brief from gator_reel_item where item_id in (" + places + ")")) {
            int place = 1;
            for (String id : fresh.keySet()) {
                ask.setString(place++, id);
            }
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    BatchItem item = fresh.remove(rows.getString(1));
                    if (item != null && !BriefJson.write(item).equals(rows.getString(2))) {
                        throw new GatorException(BatchError.OTHER_BRIEF, "item \"" + item.key() + "\"");
                    }
                }
            }
        }
    }

    private static void insert(Connection connection, BatchKey batch, Map<String, BatchItem> fresh)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into gator_reel_item"
                + " (tenant, user_id, batch, item_id, item_key, brief, status, attempts)"
                + " values (?, ?, ?, ?, ?, ?, 'WAITING', 0)")) {
            for (Map.Entry<String, BatchItem> entry : fresh.entrySet()) {
                int next = batch.bind(insert, 1);
                insert.setString(next, entry.getKey());
                insert.setString(next + 1, entry.getValue().key());
                insert.setString(next + 2, BriefJson.write(entry.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns an item that still waits for its result. */
    Optional<Ordered> waiting(String id) {
        return read(
                        "select tenant, user_id, batch, item_key, brief, attempts from gator_reel_item"
                                + " where item_id = ? and status = 'WAITING'",
                        statement -> statement.setString(1, id),
                        rows -> new Ordered(
                                id,
                                BatchKey.owner(rows.getString(1), rows.getString(2)),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getInt(6)))
                .stream()
                .findFirst();
    }

    /** Writes a result, unless the item is over; returns whether it was written. */
    boolean finish(String id, BatchResult result) {
        return database.inTransaction(connection -> {
            if (update(
                            connection,
                            "update gator_reel_item set status = 'DONE', reason = null"
                                    + " where item_id = ? and status = 'WAITING'",
                            statement -> statement.setString(1, id))
                    == 0) {
                return false;
            }
            return 1
                    == update(
                            connection,
                            "insert into gator_reel_result (item_id, result, valid, score)"
                                    + " values (?, ?, ?, ?) on conflict do nothing",
                            statement -> {
                                statement.setString(1, id);
                                statement.setString(2, JsonBinding.write(result).toString());
                                statement.setInt(3, result.valid() ? 1 : 0);
                                statement.setDouble(4, result.score());
                            });
        });
    }

    /** Writes down a failure; {@code last} gives the item up. */
    void fail(String id, String reason, boolean last) {
        change(
                "update gator_reel_item set attempts = attempts + 1, reason = ?, status = ?"
                        + " where item_id = ? and status = 'WAITING'",
                statement -> {
                    statement.setString(1, reason);
                    statement.setString(2, last ? "FAILED" : "WAITING");
                    statement.setString(3, id);
                });
    }

    /** Gives failed items another chance and hands their job ids on. */
    int revive(BatchKey batch, Handover jobs) {
        return database.inTransaction(connection -> {
            database.dialect().lockTables(connection);
            List<String> ids = read(
                    connection,
                    "select item_id from gator_reel_item" + OF_BATCH + " and status = 'FAILED'",
                    statement -> batch.bind(statement, 1),
                    rows -> rows.getString(1));
            update(
                    connection,
                    "update gator_reel_item set status = 'WAITING', attempts = 0" + OF_BATCH + " and status = 'FAILED'",
                    statement -> batch.bind(statement, 1));
            jobs.accept(connection, ids);
            return ids.size();
        });
    }

    /** Cancels what waits; what a worker holds ends without a result. Returns how many items. */
    int cancel(BatchKey batch) {
        return database.inTransaction(connection -> {
            update(
                    connection,
                    "delete from " + JOBS + " where picked = ? and task_instance in"
                            + " (select item_id from gator_reel_item" + OF_BATCH + " and status = 'WAITING')",
                    statement -> {
                        statement.setBoolean(1, false);
                        batch.bind(statement, 2);
                    });
            return update(
                    connection,
                    "update gator_reel_item set status = 'CANCELLED'" + OF_BATCH + " and status = 'WAITING'",
                    statement -> batch.bind(statement, 1));
        });
    }

    /** Deletes everything of a user, or of a tenant with all its users; returns how many items. */
    int erase(Owner owner) {
        String whose = owner.user().isPresent() ? " where tenant = ? and user_id = ?" : " where tenant = ?";
        Binding binding = statement -> {
            statement.setString(1, owner.tenant());
            if (owner.user().isPresent()) {
                statement.setString(2, BatchKey.user(owner));
            }
        };
        return database.inTransaction(connection -> {
            String items = " (select item_id from gator_reel_item" + whose + ")";
            update(connection, "delete from " + JOBS + " where task_instance in" + items, binding);
            update(connection, "delete from gator_reel_result where item_id in" + items, binding);
            update(connection, "delete from gator_reel_batch" + whose, binding);
            return update(connection, "delete from gator_reel_item" + whose, binding);
        });
    }

    <T> List<T> read(String sql, Binding binding, Row<T> row) {
        return database.reading(connection -> read(connection, sql, binding, row));
    }

    private int change(String sql, Binding binding) {
        return database.inTransaction(connection -> update(connection, sql, binding));
    }

    private static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        }
    }

    private static <T> List<T> read(Connection connection, String sql, Binding binding, Row<T> row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        }
    }

    /** Puts values into the places of a statement. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads the row that a result is at. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Takes job ids over within a transaction. */
    @FunctionalInterface
    interface Handover {
        void accept(Connection connection, List<String> ids) throws SQLException;
    }
}
