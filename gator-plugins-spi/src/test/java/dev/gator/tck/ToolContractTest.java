package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gator.call.CallContext;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolContractTest {

    /**
     * What the sample tool takes.
     *
     * @param city where
     * @param days for how long
     */
    record Trip(String city, int days) {}

    /** A tool as most are made. */
    static final class Correct implements ToolContract {
        @Override
        public Tool tool() {
            return Tool.of("plan", "Plans a trip to a city.", Trip.class, trip -> trip.city() + " " + trip.days());
        }

        @Override
        public JsonObject goodArguments() {
            return trip();
        }
    }

    /** A tool that was written by hand, without care. */
    static final class Careless implements ToolContract, Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.of("plan", "A tool.", JsonSchema.of(Trip.class)).withTimeout(Duration.ofMillis(1));
        }

        @Override
        public Json call(Json arguments, CallContext context) {
            long until = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return Json.of(arguments.asObject().string("city").charAt(0));
        }

        @Override
        public Tool tool() {
            return this;
        }

        @Override
        public JsonObject goodArguments() {
            return trip().with("colour", Json.of("red"));
        }
    }

    @Test
    void aCorrectToolPassesEverything() {
        ContractRun run = ContractRun.of(Correct.class);
        assertEquals(List.of(), run.failures());
        assertEquals(0, run.skipped());
    }

    @ParameterizedTest
    @CsvSource({
        "describesItsArguments",
        "refusesWhatIsNoObject",
        "refusesToWorkWithoutWhatItRequires",
        "refusesWhatItsSchemaForbids",
        "answersHostileArgumentsOrRefusesThem",
        "answersWithinItsTime"
    })
    void aCarelessToolIsFound(String test) {
        assertFalse(ContractRun.of(Careless.class, test).failures().isEmpty(), test + " found nothing");
    }

    private static JsonObject trip() {
        return JsonObject.builder().put("city", "Basel").put("days", 3).build();
    }
}
