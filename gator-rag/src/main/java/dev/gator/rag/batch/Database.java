package dev.gator.rag.batch;

import dev.gator.error.GatorException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions over somebody's connections. Each is committed whole or rolled back whole. */
final class Database {

    private final DataSource connections;
    private final Dialect dialect;

    Database(DataSource connections) {
        this.connections = connections;
        this.dialect = ask(connections);
    }

    Dialect dialect() {
        return dialect;
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Asks one question, without a transaction: one of ours would keep a SQLite file's only writer waiting. */
    <T> T reading(Work<T> question) {
        try (Connection connection = connections.getConnection()) {
            return question.run(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static GatorException failed(SQLException e) {
        return new GatorException(BatchError.DATABASE, "state " + e.getSQLState() + ", code " + e.getErrorCode(), e);
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static Dialect ask(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
