package dev.gator.rag.batch;

import dev.gator.error.GatorException;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the tables and brings older ones up to date, one process at a time. */
final class Schema {

    private static final String COMPONENT = "reel-batches";
    private static final int VERSION = 1;

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    void bringUpToDate() {
        database.inTransaction(connection -> {
            database.dialect().lockTables(connection);
            execute(
                    connection,
                    "create table if not exists gator_schema"
                            + " (component varchar(100) not null primary key, version integer not null)");
            int version = version(connection);
            if (version > VERSION) {
                throw new GatorException(
                        BatchError.NEWER_TABLES, "tables of version " + version + ", Gator knows " + VERSION);
            }
            for (int next = version + 1; next <= VERSION; next++) {
                apply(connection, next);
            }
            return version;
        });
    }

    private void apply(Connection connection, int version) throws SQLException {
        String name = database.dialect().folder() + "/V" + version + ".sql";
        String script = Resource.find(Schema.class, name)
                .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no " + name));
        for (String statement : List.of(script.split(";"))) {
            if (!statement.isBlank()) {
                execute(connection, statement);
            }
        }
        try (PreparedStatement remember =
                connection.prepareStatement("insert into gator_schema (component, version) values (?, ?)"
                        + " on conflict (component) do update set version = excluded.version")) {
            remember.setString(1, COMPONENT);
            remember.setInt(2, version);
            remember.executeUpdate();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("select version from gator_schema where component = ?")) {
            ask.setString(1, COMPONENT);
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
