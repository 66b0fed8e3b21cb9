package dev.gator.rag.batch;

import dev.gator.error.GatorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Where the two databases differ. */
enum Dialect {
    /** One file, one writer at a time. */
    SQLITE("sqlite") {
        @Override
        void lockTables(Connection connection) {
            // a transaction of ours begins "immediate": it has the only write lock already
        }
    },
    /** A server, many writers. */
    POSTGRESQL("postgresql") {
        @Override
        void lockTables(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
        }
    };

    private static final long LOCK = 0x6761746f72L; // "gator"

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Returns where the statements that make the tables lie. */
    String folder() {
        return folder;
    }

    /** Lets one process at a time make tables, until its transaction ends. */
    abstract void lockTables(Connection connection) throws SQLException;

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "sqlite" -> SQLITE;
            case "postgresql" -> POSTGRESQL;
            default -> throw new GatorException(BatchError.UNKNOWN_DATABASE, "the database is " + product);
        };
    }
}
