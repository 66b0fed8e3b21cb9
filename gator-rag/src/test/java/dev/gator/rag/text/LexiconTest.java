package dev.gator.rag.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon english = Lexicon.of(Language.EN);
    private final Lexicon spanish = Lexicon.of(Language.ES);
    private final Lexicon french = Lexicon.of(Language.FR);
    private final Lexicon hindi = Lexicon.of(Language.HI);
    private final Lexicon japanese = Lexicon.of(Language.JA);
    private final Lexicon german = Lexicon.of(Language.DE);

    @Test
    void aLanguageThatIsNotThereIsRefusedWithThoseThatAre() {
        GatorException refused = assertThrows(GatorException.class, () -> Lexicon.of(Language.of("pt")));

        assertEquals(RagError.NO_LANGUAGE, refused.code());
        assertTrue(
                refused.getMessage().contains("no words of pt; there are [en, es, fr, de, hi, ja]"),
                refused.getMessage());
        assertEquals(english, Lexicon.of(Language.of("en-GB")));
    }

    @Test
    void textsAreTakenApart() {
        assertEquals(List.of("A", "30-minute", "walk", "isn't", "f@t"), Words.in("A 30-minute walk isn't f@t."));
        assertEquals(List.of("One.", "Two?", "Three"), Words.sentences("One. Two?  Three"));
        assertEquals("No More Fat 2", Words.unglued("#NoMoreFat2"));
        assertEquals("ano año cafe", Words.fold("ANO Año CAFÉ"));
        assertEquals(0.5, Words.overlap("red green blue", "red green gold"), 1e-9);
        assertEquals(0, Words.overlap("", "red"));
    }

    @Test
    void theLanguageOfAPhraseIsToldByItsSmallWords() {
        assertEquals(Language.ES, Lexicon.detect("no saber qué cocinar por la noche", Language.EN));
        assertEquals(Language.EN, Lexicon.detect("tired after the day", Language.ES));
        assertEquals(Language.FR, Lexicon.detect("pas assez de temps pour moi", Language.EN));
        assertEquals(Language.DE, Lexicon.detect("keine Zeit nach der Arbeit", Language.EN));
        assertEquals(Language.ES, Lexicon.detect("la falta de tiempo", Language.FR));
        assertEquals(Language.ES, Lexicon.detect("xyz", Language.ES));
        assertEquals(Optional.empty(), Lexicon.detect("xyz"));
        assertEquals(Optional.empty(), Lexicon.detect("нет времени"));
    }

    @Test
    void shortSentencesOfShortWordsReadMoreEasily() {
        double easy = english.readability("The cat sat. The dog ran. We had fun.");
        double hard = english.readability("Organisational considerations necessitate comprehensive documentation of "
                + "interdepartmental communication methodologies.");

        assertTrue(easy > 90, "easy " + easy);
        assertTrue(hard < 20, "hard " + hard);
        assertEquals(0, english.readability("..."));
        assertTrue(spanish.readability("El sol sale. La casa es azul.") > 80);
    }

    @Test
    void moodFollowsWordsAndTurnsWithANegation() {
        assertEquals("very positive", english.mood("Happy, easy, fun and fresh").label());
        assertTrue(english.mood("not good").sentiment() < 0);
        assertEquals("neutral", english.mood("The table stands in the room").label());
        assertTrue(english.mood("lost time, tired and stressed").label().endsWith("negative"));
        assertTrue(spanish.mood("Nadie sabe el secreto").emotion("curiosity") > 0.4);
    }

    @Test
    void callsToActAreRecognised() {
        assertTrue(english.callsToAct("Start today"));
        assertTrue(spanish.isUrgent("Empieza hoy"));
        assertFalse(english.callsToAct("Our brand is old"));
        assertEquals(2.0, english.seconds("one two three four five"));
        assertTrue(english.knows("happy"));
    }

    @Test
    void formsAreBuiltFromTheWord() {
        Set<String> fat = Inflections.of("fat", Language.EN);
        assertTrue(fat.containsAll(Set.of("fat", "fats", "fatter", "fattest", "fatty")), fat.toString());
        assertFalse(fat.contains("fatigue"));
        assertTrue(Inflections.of("lose", Language.EN).containsAll(Set.of("losing", "loser", "loses")));
        assertTrue(Inflections.of("lazy", Language.EN).containsAll(Set.of("lazier", "laziness")));
        assertTrue(Inflections.of("gordo", Language.ES).containsAll(Set.of("gorda", "gordos", "gordito")));
        assertTrue(Inflections.of("adelgazar", Language.ES).containsAll(Set.of("adelgaza", "adelgazando")));
        assertTrue(Inflections.of("perder", Language.ES).contains("perdiendo"));
        assertTrue(Inflections.of("veloz", Language.ES).contains("veloces"));
    }

    @Test
    void frenchAndGermanWordsTakeTheirForms() {
        assertTrue(Inflections.of("maigrir", Language.FR).containsAll(Set.of("maigris", "maigrissez", "maigri")));
        assertTrue(Inflections.of("gros", Language.FR).containsAll(Set.of("grosse", "grosses")));
        assertTrue(Inflections.of("paresseux", Language.FR).contains("paresseuse"));
        assertTrue(Inflections.of("faul", Language.DE).containsAll(Set.of("fauler", "faulste", "faulheit")));
        assertTrue(Inflections.of("lügen", Language.DE).containsAll(Set.of("lügt", "gelügt", "lügen")));
        assertEquals(List.of("heure", "est", "la", "dis"), french.words("L'heure est là, dis-moi"));
        assertEquals("schön", Words.fold("Schön"));
        assertEquals("strasse", Words.fold("Straße"));
    }

    @Test
    void wordsWithoutSpacesAreCutWhereTheScriptChangesAndCountedByTwoCharacters() {
        assertEquals(List.of("今日", "の", "献立", "は", "10", "分", "で", "OK"), Words.in("今日の献立は10分でOK"));
        assertEquals(6, Words.count("今日の献立は10分でOK"));
        assertEquals(5, Words.count("今夜、試してください。"));
        assertEquals(List.of("今日から。", "はい？", "「ええ。」と言います。"), Words.sentences("今日から。はい？「ええ。」と言います。"));
        assertEquals(List.of("とても", "楽しい", "朝", "です"), japanese.words("とても楽しい朝です。"));
        assertEquals(List.of("楽しい", "朝"), japanese.content("とても楽しい朝です。"));
        assertEquals("一。二。", japanese.joined(List.of("一。", "二。")));
        assertEquals(4.0, japanese.seconds("あいうえおかきくけこさしすせそたちつてとなに"));
    }

    @Test
    void marksBelongToTheirLetters() {
        assertEquals(List.of("हफ़्ते", "भर", "का", "मेन्यू"), Words.in("हफ़्ते भर का मेन्यू।"));
        assertEquals(Words.fold("ज़रूरत"), Words.fold("जरूरत"));
        assertEquals(Words.fold("मुँह"), Words.fold("मुंह"));
        assertEquals(List.of("पहला।", "दूसरा?"), Words.sentences("पहला। दूसरा?"));
        assertEquals(3, Words.syllables("करना", Pattern.compile("(?!)")));
        assertEquals(2, Words.syllables("मस्त", Pattern.compile("(?!)")));
        assertTrue(Inflections.of("मोटा", Language.HI).containsAll(Set.of("मोटे", "मोटी")));
        assertTrue(Inflections.of("痩せる", Language.JA).contains("痩せ"));
        assertTrue(Inflections.of("安い", Language.JA).contains("安く"));
    }

    @Test
    void everyLanguageTellsEasyFromHardMoodsAndCalls() {
        assertTrue(french.readability("Le chat dort. La pluie tombe.")
                > french.readability("L'interdépendance organisationnelle nécessite une documentation exhaustive."));
        assertTrue(german.readability("Der Hund schläft. Es ist warm.")
                > german.readability(
                        "Organisationsübergreifende Dokumentationsverpflichtungen beeinträchtigen Abläufe."));
        assertTrue(hindi.readability("घर चलो। सब ठीक है।")
                > hindi.readability("अंतरराष्ट्रीय प्रशासनिक सुव्यवस्थापन महत्त्वपूर्ण उत्तरदायित्व है।"));
        assertTrue(japanese.readability("きょうはいいひです。あさごはんをたべます。")
                > japanese.readability("国際行政組織改革推進委員会設置要綱制定、関係各省庁間調整実施。"));
        assertTrue(french.mood("C'est bon et facile").sentiment() > 0);
        assertTrue(german.mood("nicht gut").sentiment() < 0);
        assertTrue(hindi.mood("अच्छा नहीं").sentiment() < 0);
        assertTrue(japanese.mood("楽しくない").sentiment() < 0);
        assertTrue(japanese.callsToAct("今日から始めましょう。") && japanese.isUrgent("今日から始めましょう。"));
        assertTrue(hindi.callsToAct("आज आज़माइए।") && hindi.isUrgent("आज आज़माइए।"));
        assertEquals(Optional.of(Language.JA), Lexicon.detect("時間がありません"));
        assertEquals(Optional.of(Language.HI), Lexicon.detect("समय नहीं है"));
        assertTrue(japanese.mayBe("時間不足") && !japanese.mayBe("xyz"));
    }

    @Test
    void germanCompoundsHoldTheirParts() {
        Set<String> forms = german.forms("Fett");

        assertTrue(german.isFormOf("fettverbrennung", forms));
        assertTrue(german.isFormOf("bauchfett", forms));
        assertFalse(german.isFormOf("konfetti", forms));
        assertFalse(german.isFormOf("verlust", german.forms("Lust")));
        assertFalse(german.isFormOf("schwarm", german.forms("warm")));
        assertFalse(english.isFormOf("fattish", english.forms("fat")));
    }

    @Test
    void syllablesAreCountedRoughly() {
        assertEquals(1, Words.syllables("make", Pattern.compile("(?<!l)e$")));
        assertEquals(2, Words.syllables("table", Pattern.compile("(?<!l)e$")));
        assertEquals(3, Words.syllables("ventana", Pattern.compile("(?!)")));
        assertEquals(2, Words.syllables("schöner", Pattern.compile("(?!)")));
    }
}
