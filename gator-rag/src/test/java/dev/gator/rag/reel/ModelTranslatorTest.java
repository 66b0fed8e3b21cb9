package dev.gator.rag.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.content.Language;
import dev.gator.json.JsonBinding;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.script.Translator;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelTranslatorTest {

    private static final ExampleStore EXAMPLES = ExampleStore.shipped();
    private static final BrandProfile BRAND = BrandProfile.builder("Norte")
            .sector(Sector.FOOD)
            .audience(who -> who.painPoint("never enough time for dinner"))
            .offer("three dinners delivered to your house")
            .facts("Norte cooks for 12 families a day.")
            .doNotUse("cheap")
            .build();
    private static final ScriptRequest GERMAN =
            ScriptRequest.goal(Goal.CONVERSION).language("de").seconds(45);
    private static final Map<String, String> WORDS = Map.of(
            "three dinners delivered to your house", "drei Abendessen bis an die Tür",
            "never enough time for dinner", "nie genug Zeit für das Abendessen",
            "Norte cooks for 12 families a day.", "Norte kocht jeden Tag für 12 Familien.",
            "cheap", "billig");
    private static final Translator TABLE = (texts, to, kept, context) ->
            texts.stream().map(text -> WORDS.getOrDefault(text, text)).toList();

    @Test
    void theModelTranslatesWhatKeepsNamesNumbersAndTheLanguage() {
        ScriptedModel model = ScriptedModel.replying(
                answer("drei Abendessen, geliefert", "Nordwind kocht jeden Tag für 12 Familien.", "wenig Zeit"),
                answer("Norte kocht jeden Tag für 13 Familien."));

        List<String> told = ModelTranslator.of(model)
                .translate(
                        List.of("three dinners delivered", "Norte cooks for 12 families a day.", "little time"),
                        Language.DE,
                        List.of("Norte"),
                        CallContext.create());

        assertEquals(List.of("drei Abendessen, geliefert", "Norte cooks for 12 families a day.", "wenig Zeit"), told);
        String first = said(model, 0);
        assertTrue(first.contains("into German") && first.contains("exactly as they are: Norte"), first);
        assertTrue(first.contains("2. Norte cooks for 12 families a day."), first);
        assertFalse(said(model, 1).contains("three dinners"), said(model, 1));
    }

    @Test
    void digitsOfAnotherScriptAreTheSameNumber() {
        ScriptedModel model = ScriptedModel.replying(answer("रोज़ १२ परिवारों के लिए"));

        List<String> told = ModelTranslator.of(model)
                .translate(List.of("for 12 families a day"), Language.HI, List.of("Norte"), CallContext.create());

        assertEquals(List.of("रोज़ १२ परिवारों के लिए"), told);
    }

    @Test
    void aBriefInAnotherLanguageIsTranslatedOnceForAllVariations() {
        int[] asked = new int[1];
        Translator counting = (texts, to, kept, context) -> {
            asked[0]++;
            return TABLE.translate(texts, to, kept, context);
        };
        ReelGenerator generator = ReelGenerator.of(offline(), EXAMPLES).withTranslator(counting);

        ReelResult one = generator.generate(BRAND, GERMAN, CallContext.create());
        Variations three = generator.variations(BRAND, GERMAN, 3, CallContext.create());

        assertEquals(2, asked[0]);
        assertEquals(3, three.ranked().size());
        assertTrue(
                one.script().body().contains("drei Abendessen bis an die Tür"),
                one.script().body());
        assertEquals(List.of("translated to de: offer, pain point, fact"), one.notes());
        assertTrue(one.report().isValid(), one.report().text());
    }

    @Test
    void bansHoldInBothLanguages() {
        String billig = "Für alle, die es billig mögen: drei Abendessen bis an die Tür, von Norte.";
        ChatModel model = ScriptedModel.answering(request -> script(billig));

        ReelResult result = ReelGenerator.of(model, EXAMPLES)
                .withTranslator(TABLE)
                .withAttempts(1)
                .generate(BRAND, GERMAN, CallContext.create());

        assertTrue(
                result.report().errors().toString().contains("banned word \"billig\""),
                result.report().text());
    }

    @Test
    void whatStaysInItsLanguageIsSaid() {
        ReelResult offline = ReelGenerator.of(offline(), EXAMPLES).generate(BRAND, GERMAN, CallContext.create());
        ReelResult online = ReelGenerator.of(ScriptedModel.answering(request -> script("x")), EXAMPLES)
                .generate(BRAND, GERMAN, CallContext.create());

        assertTrue(
                offline.notes().get(0).contains("the offer \"three dinners"),
                offline.notes().toString());
        assertTrue(
                offline.notes()
                        .contains("the fact \"Norte cooks for 12 families a day.\" is not in de and is left out"),
                offline.notes().toString());
        assertEquals(List.of("not in de and given to the writer as it is: offer, pain point, fact"), online.notes());
    }

    @Test
    void whatCouldNotBeTranslatedIsSaidAndABriefInItsLanguageIsLeftAlone() {
        Translator none = (texts, to, kept, context) -> texts;
        ReelResult result = ReelGenerator.of(offline(), EXAMPLES)
                .withTranslator(none)
                .generate(BRAND, GERMAN, CallContext.create());
        BrandProfile german = BRAND.rephrased(text -> WORDS.getOrDefault(text, text));
        ReelResult left = ReelGenerator.of(offline(), EXAMPLES)
                .withTranslator((texts, to, kept, context) -> List.of())
                .generate(german, GERMAN, CallContext.create());

        assertTrue(
                result.notes()
                        .contains("the fact \"Norte cooks for 12 families a day.\" could not be translated to de"),
                result.notes().toString());
        assertEquals(List.of(), left.notes());
    }

    private static String answer(String... texts) {
        return JsonBinding.write(new ModelTranslator.Translations(List.of(texts)))
                .toString();
    }

    private static String script(String caption) {
        return "{\"hook\": \"Was gibt es heute?\", \"body\": \"Zu Hause wartet schon wieder die Frage nach dem Essen, und "
                + "niemand hat Lust auf eine Antwort. Norte bringt drei Abendessen bis an die Tür.\", \"cta\": "
                + "\"Probier Norte noch heute.\", \"caption\": \"" + caption + "\", \"hashtags\": [\"#Norte\", "
                + "\"#Abendessen\", \"#Zuhause\"]}";
    }

    private static ChatModel offline() {
        return ScriptedModel.create().card(ModelCard.of("offline").build());
    }

    private static String said(ScriptedModel model, int call) {
        return model.requests().get(call).messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    }
}
