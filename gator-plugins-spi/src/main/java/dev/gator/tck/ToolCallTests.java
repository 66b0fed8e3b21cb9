package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolEffect;
import dev.gator.tool.ToolError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a tool says of itself, and how it takes what it is given. */
interface ToolCallTests {

    Tool tool();

    JsonObject goodArguments();

    @Test
    default void describesItsArguments() {
        JsonObject schema = tool().spec().parameters().json();
        assertEquals("object", schema.optionalString("type").orElse(""), "arguments are always an object");
        assertTrue(tool().spec().description().length() >= 10, "a model must learn what the tool is for");
        JsonObject properties = schema.optionalObject("properties").orElse(JsonObject.empty());
        for (JsonObject.Member argument : goodArguments()) {
            assertTrue(properties.has(argument.name()), () -> "the schema does not describe " + argument.name());
        }
    }

    @Test
    default void takesWhatItsSchemaAllows() {
        assertEquals(List.of(), tool().spec().parameters().validate(goodArguments()));
        assertDoesNotThrow(() -> call(goodArguments()));
    }

    @TestFactory
    default Stream<DynamicTest> refusesWhatIsNoObject() {
        return Stream.of(Json.nul(), Json.of("text"), Json.of(7), Json.of(true), JsonArray.of(Json.of(1)))
                .map(bad -> DynamicTest.dynamicTest(bad.kind(), () -> assertRefused(bad)));
    }

    @TestFactory
    default Stream<DynamicTest> refusesToWorkWithoutWhatItRequires() {
        return required()
                .map(name -> DynamicTest.dynamicTest(
                        "without " + name, () -> assertRefused(goodArguments().without(name))));
    }

    @TestFactory
    default Stream<DynamicTest> refusesWhatItsSchemaForbids() {
        return hostile()
                .filter(bad -> !tool().spec().parameters().validate(bad).isEmpty())
                .map(bad -> DynamicTest.dynamicTest(shortened(bad), () -> assertRefused(bad)));
    }

    @TestFactory
    default Stream<DynamicTest> answersHostileArgumentsOrRefusesThem() {
        return hostile()
                .map(bad -> DynamicTest.dynamicTest(shortened(bad), () -> {
                    try {
                        assertFalse(call(bad).toString().isEmpty());
                    } catch (GatorException e) {
                        assertFalse(e.remedy().isBlank(), "a refusal says what to do");
                    }
                }));
    }

    @Test
    default void answersWithinItsTime() {
        assertTimeoutPreemptively(tool().spec().timeout(), () -> call(goodArguments()));
    }

    @Test
    default void answersSeveralCallersAtOnce() {
        Assumptions.assumeTrue(tool().spec().effect() == ToolEffect.READS, "the tool changes something");
        Tool tool = tool();
        List<CompletableFuture<Json>> answers = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> tool.call(goodArguments(), CallContext.create())))
                .toList();
        answers.forEach(answer -> assertFalse(answer.join().toString().isEmpty()));
    }

    @Test
    default void stopsOrAnswersWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        CallContext context = CallContext.create().withCancellation(cancellation);
        try {
            assertFalse(tool().call(goodArguments(), context).toString().isEmpty());
        } catch (GatorException e) {
            assertEquals(ErrorCategory.CANCELLED, e.category(), e::toString);
        }
    }

    @Test
    default void keepsItsFingerprint() {
        assertEquals(tool().spec().fingerprint(), tool().spec().fingerprint());
    }

    private Json call(Json arguments) {
        return tool().call(arguments, CallContext.create());
    }

    private void assertRefused(Json arguments) {
        GatorException e = assertThrows(GatorException.class, () -> call(arguments));
        assertEquals(ToolError.BAD_ARGUMENTS, e.code(), e::toString);
    }

    private Stream<String> required() {
        return tool().spec().parameters().json().optionalArray("required").stream()
                .flatMap(JsonArray::stream)
                .map(Json::asString);
    }

    private Stream<JsonObject> hostile() {
        List<Json> values = List.of(
                Json.nul(),
                Json.of(""),
                Json.of("x".repeat(100_000)),
                Json.of("../../etc/passwd\u0000; rm -rf ~"),
                Json.of(Long.MAX_VALUE),
                Json.of(-1),
                Json.of(false),
                JsonArray.of(),
                JsonObject.empty());
        Stream<JsonObject> changed = goodArguments().keys().stream()
                .flatMap(name -> values.stream().map(value -> goodArguments().with(name, value)));
        return Stream.concat(changed, Stream.of(goodArguments().with("unheard-of", Json.of("?"))));
    }

    private static String shortened(Json json) {
        String text = json.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
