package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBindingTest {

    @Test
    void everyTypeSurvivesTheRoundTrip() {
        Samples.Everything value = Samples.everything();
        Json json = JsonBinding.write(value);
        assertEquals(List.of(), JsonSchema.of(Samples.Everything.class).validate(json));
        assertEquals(value, JsonBinding.read(Json.parse(json.pretty()), Samples.Everything.class));
    }

    @Test
    void absentAndNullAreTheSame() {
        Samples.City expected = new Samples.City("Bern", 1, Optional.empty(), null);
        assertEquals(expected, read("{\"name\":\"Bern\",\"days\":1}", Samples.City.class));
        assertEquals(
                expected, read("{\"name\":\"Bern\",\"days\":1,\"mood\":null,\"country\":null}", Samples.City.class));
        assertEquals(
                "{\"name\":\"Bern\",\"days\":1}", JsonBinding.write(expected).toString());
    }

    @Test
    void recursiveRecords() {
        Samples.Tree leaf = new Samples.Tree("leaf", List.of(), Optional.empty());
        Samples.Tree tree = new Samples.Tree("root", List.of(leaf, leaf), Optional.of(leaf));
        assertEquals(tree, JsonBinding.read(JsonBinding.write(tree), Samples.Tree.class));
    }

    @Test
    void sealedVariantsCarryTheirName() {
        Samples.Circle circle = new Samples.Circle(1.5);
        Samples.Drawing drawing = new Samples.Group(List.of(new Samples.Dot(), new Samples.Square(2, circle)));
        Samples.Picture picture = new Samples.Picture(drawing, null);
        Json json = JsonBinding.write(picture);
        assertEquals(
                "{\"main\":{\"type\":\"Group\",\"parts\":[{\"type\":\"Dot\"},"
                        + "{\"type\":\"Square\",\"side\":2.0,\"inner\":{\"radius\":1.5}}]}}",
                json.toString());
        assertEquals(picture, JsonBinding.read(json, Samples.Picture.class));
        Json alone = JsonBinding.write(circle, Samples.Drawing.class);
        assertEquals("{\"type\":\"Circle\",\"radius\":1.5}", alone.toString());
        assertEquals(circle, JsonBinding.read(alone, Samples.Drawing.class));
        assertEquals("{\"radius\":1.5}", JsonBinding.write(circle).toString());
    }

    @Test
    void unknownVariantIsNamed() {
        GatorException e =
                assertThrows(GatorException.class, () -> read("{\"main\":{\"type\":\"Star\"}}", Samples.Picture.class));
        assertEquals(
                "$.main: expected an object with \"type\" one of [Dot, Circle, Square, Group] but found a string \"Star\"",
                e.detail());
    }

    @Test
    void localPrivateAndEmptyRecords() {
        record Local(int... numbers) {}
        record Plain(String a, Private b) {}
        Plain plain = new Plain("x", new Private(1));
        assertEquals(plain, JsonBinding.read(JsonBinding.write(plain), Plain.class));
        assertEquals(new Samples.Dot(), read("{}", Samples.Dot.class));
        assertThrows(GatorException.class, () -> read("{\"numbers\":[1]}", Local.class));
    }

    private record Private(int value) {}

    @ParameterizedTest
    @CsvSource({"\"3\", 3", "3.0, 3", "\"3e0\", 3"})
    void numbersMayComeAsStrings(String number, int expected) {
        String text = "{\"name\":\"Bern\",\"days\":" + number + "}";
        assertEquals(expected, read(text, Samples.City.class).days());
    }

    @Test
    void oneValueMayStandForAList() {
        assertEquals(
                new Samples.Holder(List.of(new Samples.Positive(4))),
                read("{\"items\":{\"value\":4}}", Samples.Holder.class));
    }

    @Test
    void enumCaseDoesNotMatter() {
        String text = "{\"name\":\"Bern\",\"days\":1,\"mood\":\"Calm\"}";
        assertEquals(
                Optional.of(Samples.Mood.CALM), read(text, Samples.City.class).mood());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":1,\"days\":1}|$.name: expected a string but found a number 1",
                "{\"name\":\"a\",\"days\":true}|$.days: expected a whole 32-bit number but found a boolean true",
                "{\"name\":\"a\",\"days\":1.5}|$.days: expected a whole 32-bit number but found a number 1.5",
                "{\"name\":\"a\",\"days\":3000000000}|$.days: expected a whole 32-bit number but found a number 3000000000",
                "{\"name\":\"a\",\"days\":\" 1x\"}|$.days: expected a whole 32-bit number but found a string \" 1x\"",
                "{\"name\":\"a\"}|$.days is missing and must be there",
                "{\"name\":null,\"days\":1}|$.name: expected a string but found null",
                "{\"name\":\"a\",\"days\":1,\"x y\":2}|$[\"x y\"] is not known; known are [name, days, mood, country]",
                "{\"name\":\"a\",\"days\":1,\"mood\":\"SAD\"}|$.mood: expected one of [CALM, ANGRY] but found a string"
                        + " \"SAD\"",
                "[]|$: expected an object but found an array"
            })
    void whatDoesNotFitIsNamedWithItsPath(String row) {
        String[] parts = row.split("\\|", -1);
        GatorException e = assertThrows(GatorException.class, () -> read(parts[0], Samples.City.class));
        assertEquals(JsonError.DOES_NOT_FIT, e.code());
        assertEquals(parts[1], e.detail());
    }

    @Test
    void whatTheRecordRefusesIsNamedWithItsPath() {
        GatorException e = assertThrows(
                GatorException.class, () -> read("{\"items\":[{\"value\":1},{\"value\":-2}]}", Samples.Holder.class));
        assertEquals(JsonError.REFUSED, e.code());
        assertEquals("$.items[1] was refused by Positive: value is not positive: -2", e.detail());
        assertInstanceOf(IllegalArgumentException.class, e.getCause());
    }

    @Test
    void simpleRoots() {
        assertEquals("x", read("\"x\"", String.class));
        assertEquals(3, read("3", int.class));
        assertEquals(3L, read("3", Long.class));
        assertEquals(Samples.Mood.CALM, read("\"CALM\"", Samples.Mood.class));
        Json json = Json.parse("{\"a\":1}");
        assertSame(json, JsonBinding.read(json, Json.class));
        assertSame(json, JsonBinding.read(json, JsonObject.class));
    }

    @Test
    void collectionsAreImmutable() {
        Samples.Holder holder = read("{\"items\":[]}", Samples.Holder.class);
        assertThrows(UnsupportedOperationException.class, () -> holder.items().add(new Samples.Positive(1)));
    }

    @Test
    void writesWhatStandsAlone() {
        assertEquals("\"x\"", JsonBinding.write("x").toString());
        assertEquals("0.1", JsonBinding.write(0.1f).toString());
        assertEquals(
                "[1,\"CALM\"]", JsonBinding.write(List.of(1, Samples.Mood.CALM)).toString());
        assertEquals(
                "{\"a\":[true]}", JsonBinding.write(Map.of("a", List.of(true))).toString());
        assertEquals("null", JsonBinding.write(Optional.empty()).toString());
    }

    @Test
    void refusesWhatCannotBeWritten() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertEquals(
                JsonError.TOO_DEEP,
                assertThrows(GatorException.class, () -> JsonBinding.write(endless))
                        .code());
        Samples.Tree broken = new Samples.Tree("x", null, Optional.empty());
        GatorException e = assertThrows(GatorException.class, () -> JsonBinding.write(broken));
        assertEquals(JsonError.NOT_WRITABLE, e.code());
        assertTrue(e.detail().startsWith("$.children is null"), e.detail());
        assertThrows(GatorException.class, () -> JsonBinding.write(Map.of(1, 2)));
        assertThrows(GatorException.class, () -> JsonBinding.write(Double.NaN));
        assertThrows(GatorException.class, () -> JsonBinding.write(new Object()));
    }

    @Test
    void nullComponentsComeBackAsNull() {
        assertNull(read("{\"main\":{\"type\":\"Dot\"},\"back\":null}", Samples.Picture.class)
                .back());
    }

    private static <T> T read(String text, Class<T> type) {
        return JsonBinding.read(Json.parse(text), type);
    }
}
