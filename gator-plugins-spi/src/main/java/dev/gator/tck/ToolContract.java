package dev.gator.tck;

import dev.gator.json.JsonObject;
import dev.gator.tool.Tool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every tool must do, as tests. Implement the two methods in a test class. */
@ExtendWith(ContractWatch.class)
@Timeout(120)
public interface ToolContract extends ToolCallTests {

    /** Returns the tool under test. */
    @Override
    Tool tool();

    /** Returns arguments that the tool takes, with all members that it requires. */
    @Override
    JsonObject goodArguments();
}
