package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.testing.ScriptedModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¿Cuánto cuesta la entrada del museo? | La entrada del museo cuesta 12 euros. El museo está cerrado los lunes. | La entrada del museo cuesta 12 euros.",
                "Combien coûte l'entrée du musée ? | L'entrée du musée coûte 12 euros. Le musée est fermé le lundi. | L'entrée du musée coûte 12 euros.",
                "Wie viel kostet der Eintritt in das Museum? | Der Eintritt in das Museum kostet 12 Euro. Am Montag ist das Museum nicht geöffnet. | Der Eintritt in das Museum kostet 12 Euro.",
                "संग्रहालय का टिकट कितने का है? | संग्रहालय का टिकट 12 यूरो का है। सोमवार को संग्रहालय बंद रहता है। | संग्रहालय का टिकट 12 यूरो का है।",
                "美術館の入場料はいくらですか？ | 美術館の入場料は12ユーロです。月曜日は休館です。 | 美術館の入場料は12ユーロです。"
            })
    void aQuestionIsAnsweredInItsLanguage(String question, String document, String expected) {
        GroundedAnswer answer = ask(question, document);

        assertSame(Grounding.GROUNDED, answer.grounding(), answer::toString);
        assertEquals(expected, answer.sentences().get(0).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¿Quién es el director de la orquesta? | La entrada del museo cuesta 12 euros. | No lo sé: los documentos no lo dicen.",
                "Qui dirige l'orchestre de la ville ? | L'entrée du musée coûte 12 euros. | Je ne sais pas : les documents ne le disent pas.",
                "Wer leitet das Orchester der Stadt? | Der Eintritt in das Museum kostet 12 Euro. | Das weiß ich nicht: Die Dokumente sagen es nicht.",
                "शहर के ऑर्केस्ट्रा का संचालक कौन है? | संग्रहालय का टिकट 12 यूरो का है। | मुझे नहीं पता: दस्तावेज़ों में यह नहीं लिखा है।",
                "市の管弦楽団の指揮者は誰ですか？ | 美術館の入場料は12ユーロです。 | わかりません。文書には書かれていません。"
            })
    void whatIsNotKnownIsSaidInTheLanguageOfTheQuestion(String question, String document, String expected) {
        assertEquals(expected, ask(question, document).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "La entrada del museo cuesta 12 euros. | La entrada del museo cuesta 15 euros.",
                "L'entrée du musée coûte 12 euros. | L'entrée du musée coûte 15 euros.",
                "Der Eintritt in das Museum kostet 12 Euro. | Der Eintritt in das Museum kostet 15 Euro.",
                "Perros están permitidos en el museo. | Perros no están permitidos en el museo.",
                "Hunde sind in dem Museum erlaubt. | Hunde sind in dem Museum nicht erlaubt.",
                "Les chiens sont autorisés dans le musée. | Les chiens ne sont pas autorisés dans le musée.",
                "संग्रहालय का टिकट 12 यूरो का है। | संग्रहालय का टिकट 15 यूरो का है।",
                "美術館の入場料は12ユーロです。 | 美術館の入場料は15ユーロです。"
            })
    void disagreementIsSeen(String left, String right) {
        ClaimReport report = ClaimChecker.of(Shelf.of("A", right)).check(left, CallContext.create());
        assertSame(Stance.CONTRADICTED, report.stance(), report::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le musée ouvre le 3 mai 2024. | Le musée ouvre le 3 mai 2024 à midi.",
                "Das Museum öffnet am 3. Mai 2024. | Am 3. Mai 2024 öffnet das Museum wieder.",
                "El museo abre el 3 de mayo de 2024. | El museo abre el 3 de mayo de 2024 a mediodía.",
                "美術館は2024年5月3日に開館。 | 美術館は2024年5月3日に開館。"
            })
    void datesAreReadInEveryLanguage(String claim, String source) {
        ClaimReport report = ClaimChecker.of(Shelf.of("A", source)).check(claim, CallContext.create());
        assertSame(Stance.SUPPORTED, report.stance(), report::toString);
        assertTrue(report.contradicting().isEmpty());
    }

    private static GroundedAnswer ask(String question, String document) {
        return Answerer.of(ScriptedModel.named("offline"), Shelf.of("Guide", document))
                .ask(question, CallContext.create());
    }
}
