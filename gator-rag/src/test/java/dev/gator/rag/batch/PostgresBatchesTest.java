package dev.gator.rag.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gator.call.CallContext;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.testing.ScriptedModel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL 18, which is started for these tests. */
class PostgresBatchesTest extends BatchScenarios {

    private static @Nullable EmbeddedPostgres server;

    private @Nullable DataSource database;

    @BeforeAll
    static void start() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String chip = System.getProperty("os.arch");
        assumeTrue(
                os.equals("linux") && chip.equals("amd64"),
                "the PostgreSQL that these tests start is for linux-amd64, this is " + os + "-" + chip);
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void emptySchema() throws SQLException {
        database = server.getPostgresDatabase();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
    }

    @Override
    ReelBatches open(ReelGenerator generator, BatchSettings settings) {
        return ReelBatches.open(database, generator, CallContext::create, settings);
    }

    @Test
    void manyProcessesMayMakeTheTablesAtOnce() {
        List<CompletableFuture<ReelBatches>> opening = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            opening.add(CompletableFuture.supplyAsync(
                    () -> open(offline(), BatchSettings.standard().withParallel(0))));
        }
        opening.forEach(future -> future.join().close());
    }

    @Test
    void twoWorkersShareABatchAndNothingIsMadeTwice() {
        ScriptedModel one = answering();
        ScriptedModel other = answering();
        BatchSettings settings = BatchSettings.standard();
        try (ReelBatches first = open(writing(one), settings);
                ReelBatches second = open(writing(other), settings)) {
            assertEquals(
                    40,
                    first.submit("autumn", items(40)).await(PATIENCE).progress().done());
            assertEquals(40, second.find("autumn").orElseThrow().progress().done());
        }
        assertEquals(40, one.calls() + other.calls());
    }
}
