package dev.gator.rag.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en, fat, 'Burn the fatter fuel'",
        "en, fat, 'the 𝐟𝐚𝐭 one'",
        "es, gordo, 'Adiós a las gorditas'",
        "fr, gros, 'Une grosse promesse'",
        "fr, arnaque, 'Voilà l’arnaque'",
        "fr, maigrir, 'Maigrissez vite'",
        "fr, paresseux, 'Pour les paresseuses'",
        "de, Fett, 'Die Fettverbrennung beginnt'",
        "de, Fett, 'Das Bauchfett schmilzt'",
        "de, faul, 'Nichts für Faulheit'",
        "de, schließen, 'Wir SCHLIESSEN heute'",
        "hi, मोटा, 'मोटे लोगों के लिए'",
        "hi, सस्ता, 'सबसे सस्ती चीज़'",
        "hi, जरूरत, 'आपकी ज़रूरत'",
        "ja, 痩せる, 'すぐに痩せたい人へ'",
        "ja, 安い, '安くておいしい'",
        "ja, ダイエット, '今日からダイエットサプリ'",
        "ja, ダイエット, 'ﾀﾞｲｴｯﾄ開始'",
        "ja, ダイエット, 'だいえっとの秘密'",
        "ja, バカ, 'バカな話です'",
        "ja, ばか, 'あのばかな話'",
        "ja, fat, 'もう fat とは言わない'"
    })
    void aWordIsFoundInItsForms(String language, String banned, String text) {
        assertEquals(List.of(banned), search(language, banned).in(text));
    }

    @ParameterizedTest
    @CsvSource({
        "en, fat, 'Fatigue is fatal to Father'",
        "fr, gros, 'Une groseille'",
        "de, Fett, 'Konfetti auf der Party'",
        "de, Lust, 'Ein Verlust'",
        "de, schön, 'Das geht schon'",
        "hi, कम, 'कमरा साफ़ है'",
        "ja, バカ, 'バカンスの計画'",
        "ja, ばか, 'そばから離れない'"
    })
    void anotherWordIsNot(String language, String banned, String text) {
        assertEquals(List.of(), search(language, banned).in(text));
    }

    @Test
    void hashtagsAreSearchedToo() {
        assertEquals(List.of("Fett"), search("de", "Fett").inHashtag("#fettweg"));
        assertEquals(List.of("ダイエット"), search("ja", "ダイエット").inHashtag("#今日からダイエット"));
        assertEquals(List.of("मोटा"), search("hi", "मोटा").inHashtag("#मोटा_नहीं"));
        assertEquals(List.of("no pain"), search("en", "no pain").inHashtag("#NoPain"));
    }

    @Test
    void thereHasToBeALanguage() {
        assertThrows(GatorException.class, () -> search("pt", "gordo"));
        assertEquals(List.of(), search("de", "!!").in("!!"));
    }

    private static BannedWords search(String language, String banned) {
        return BannedWords.of(List.of(banned), Language.of(language));
    }
}
