package dev.gator.rag.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBatchesTest extends BatchScenarios {

    @TempDir
    Path folder;

    @Override
    ReelBatches open(ReelGenerator generator, BatchSettings settings) {
        return ReelBatches.open(folder.resolve("db/batches.db"), generator, CallContext::create, settings);
    }

    @Test
    void aWorkerThatDiedBetweenResultAndFarewellCausesNoSecondCall() throws SQLException {
        open(offline(), BatchSettings.standard().withParallel(0)).submit("autumn", items(3));
        run("create table saved as select * from gator_reel_job");
        ScriptedModel model = answering();
        try (ReelBatches batches = open(writing(model), BatchSettings.standard())) {
            batches.submit("autumn", items(3)).await(PATIENCE);
        }
        run("insert into gator_reel_job select * from saved");
        try (ReelBatches batches = open(writing(model), BatchSettings.standard())) {
            batches.submit("next", items(1)).await(PATIENCE);
        }
        assertEquals(4, model.calls());
    }

    @Test
    void aFileThatIsNoDatabaseIsAClearError() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a database, whatever its name ".repeat(40));
        GatorException e = assertThrows(
                GatorException.class,
                () -> ReelBatches.open(file, offline(), CallContext::create, BatchSettings.standard()));
        assertEquals(BatchError.DATABASE, e.code());
    }

    @Test
    void tablesOfALaterVersionAreLeftAlone() throws SQLException {
        open(offline(), BatchSettings.standard().withParallel(0)).close();
        run("update gator_schema set version = 99");
        GatorException e = assertThrows(GatorException.class, () -> open(offline(), BatchSettings.standard()));
        assertEquals(BatchError.NEWER_TABLES, e.code());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection =
                        SqliteFile.open(folder.resolve("db/batches.db")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
