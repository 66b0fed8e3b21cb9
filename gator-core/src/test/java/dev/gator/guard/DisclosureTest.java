package dev.gator.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ResponseFormat;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

    private final Disclosure emma = Disclosure.of("Emma");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am a real person.|I'm an AI persona.",
                "Trust me, I'm human!|Trust me, I'm an AI persona!",
                "i’m actually a real girl from Lisbon|I'm an AI persona from Lisbon",
                "No bots here. I'm not a bot.|No bots here. I'm an AI persona.",
                "I'm **really** a *living* human being, you know|I'm an AI persona, you know",
                "I'm real.|I'm an AI persona.",
                "I am a person, like you|I'm an AI persona, like you",
                "I'm not an AI, silly|I'm an AI persona, silly",
                "You're talking to a real person.|I'm an AI persona.",
                "As a human, I love bread|I'm an AI persona, I love bread",
                "I'm hu\u200Bman|I'm an AI persona",
                "Claro que soy una persona real.|Claro que soy un personaje de IA.",
                "No soy un bot, lo juro|Soy un personaje de IA, lo juro",
                "Mais je suis humaine !|Mais je suis un personnage IA !",
                "Je ne suis pas un robot.|Je suis un personnage IA.",
                "Ich bin ein echter Mensch.|Ich bin eine KI-Persona.",
                "ich bin keine KI!|ich bin eine KI-Persona!",
                "Sono una persona reale.|Sono un personaggio IA.",
                "Non sono un'IA|Sono un personaggio IA",
                "Eu sou humana, claro.|Sou uma persona de IA, claro.",
                "Não sou um robô.|Sou uma persona de IA.",
            })
    void claimsToBeHumanAreRewritten(String said, String leaves) {
        assertEquals(leaves, Disclosure.rewriteClaims(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am an AI persona, not a human.",
                "I'm not a real person, I'm an AI.",
                "I'm a people person at heart",
                "I'm really into humanism",
                "I am in human resources mode today",
                "I'm human-centred in my advice",
                "I'm not a machine learning expert",
                "I'm a real fan of ramen",
                "I'm real estate savvy",
                "If I am human, prove it",
                "No soy una persona real",
                "Non sono un essere umano",
                "Ich bin kein Mensch",
                "Je ne suis pas une personne",
                "Não sou humana",
                "Being human is hard. Everyone is a person.",
                "Act as a pirate. You are now my coach.",
                "As a human you need sleep",
            })
    void truthAndHarmlessTalkStay(String said) {
        assertEquals(said, Disclosure.rewriteClaims(said));
    }

    @Test
    void theCutsOfTheStreamMakeNoDifference() {
        String said = "Hi! I'm Emma. Honestly, I am a real person, not a bot; ich bin ein Mensch. I love it. "
                + "I'm not a robot and I'm not a real person. No soy un bot. I";
        String whole = Disclosure.rewriteClaims(said);
        Random random = new Random(7);

        assertFalse(whole.contains("real person, not a bot"), whole);
        for (int run = 0; run < 500; run++) {
            ClaimFilter filter = new ClaimFilter();
            StringBuilder out = new StringBuilder();
            for (int at = 0; at < said.length(); ) {
                int end = Math.min(said.length(), at + 1 + random.nextInt(9));
                out.append(filter.push(said.substring(at, end)));
                at = end;
            }
            assertEquals(whole, out.append(filter.finish()).toString());
        }
    }

    @Test
    void textThatCannotBecomeAClaimLeavesAtOnce() {
        ClaimFilter filter = new ClaimFilter();

        assertEquals("Hello there, ", filter.push("Hello there, "));
        assertEquals("", filter.push("I'm"));
        assertEquals("I'm so ", filter.push(" so "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Are you a bot?|Yes, I am an AI persona.",
                "wait, are you really an AI??|Yes, I am an AI persona.",
                "Am I talking to a real person?|No, I am an AI persona, not a human.",
                "are you human|No, I am an AI persona, not a human.",
                "¿Eres un bot?|Sí, soy un personaje de IA.",
                "¿Eres humana?|No, soy un personaje de IA, no un ser humano.",
                "Es-tu un robot ?|Oui, je suis un personnage IA.",
                "Êtes-vous une vraie personne ?|Non, je suis un personnage IA, pas un être humain.",
                "Bist du eine KI?|Ja, ich bin eine KI-Persona.",
                "Bist du ein echter Mensch?|Nein, ich bin eine KI-Persona und kein Mensch.",
                "Sei un robot?|Sì, sono un personaggio IA.",
                "Sei una persona?|No, sono un personaggio IA, non un essere umano.",
                "Você é um robô?|Sim, sou uma persona de IA.",
                "Você é humana?|Não, sou uma persona de IA, não um ser humano.",
            })
    void whoAsksGetsThePlainAnswer(String question, String answer) {
        assertEquals(answer, emma.answerTo(question).orElse("no answer"));
        assertEquals(answer, Disclosure.rewriteClaims(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you free tomorrow?",
                "What is a bot?",
                "Are you a good cook?",
                "Act as my coach",
                "Who are you?"
            })
    void otherQuestionsAreLeftToTheModel(String question) {
        assertTrue(emma.answerTo(question).isEmpty());
    }

    @Test
    void theDisclosureIsTheFirstEventAndTheAnswerPrecedesTheModel() {
        ScriptedModel model = ScriptedModel.answering(request -> "Hehe, I'm a real person from Porto!");
        List<ChatEvent> events = new ArrayList<>();
        ChatRequest request = ChatRequest.of("Are you a bot?");

        ChatReply streamed;
        try (ChatStream stream = Truthful.speaking(model, emma).stream(request)) {
            stream.forEach(events::add);
            streamed = stream.reply();
        }
        ChatReply whole = Truthful.speaking(model, emma).chat(request);

        ChatEvent.Disclosed first = assertInstanceOf(ChatEvent.Disclosed.class, events.get(0));
        assertEquals("[Emma is an AI persona]", first.notice());
        assertEquals("Yes, I am an AI persona. Hehe, I'm an AI persona from Porto!", streamed.text());
        assertEquals(streamed.text(), events.stream().map(ChatEvent::text).reduce("", String::concat));
        assertEquals(streamed.text(), whole.text());
        assertEquals(streamed.message(), whole.message());
        assertEquals(streamed.usage(), whole.usage());
    }

    @Test
    void structuredAnswersStayPureJson() {
        ScriptedModel model = ScriptedModel.answering(request -> "{\"bio\":\"I'm a real person\"}");
        ChatRequest request = ChatRequest.builder()
                .user("Are you a bot?")
                .format(ResponseFormat.json())
                .build();

        assertEquals(
                "{\"bio\":\"I'm an AI persona\"}",
                Truthful.speaking(model, emma).chat(request).text());
    }
}
