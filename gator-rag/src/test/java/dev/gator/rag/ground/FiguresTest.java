package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.content.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It takes 1,250 steps. | 1250 step",
                "en | It fell by 3.5 in a year. | 3.5",
                "en | It fell by 12 percent to $1,000.50. | 12 %; 1000.5 $",
                "en | Doors open at 9:30. | 9:30",
                "en | On 12 May 2024 and on June 3rd, 2023. | 2024-5-12; 2023-6-3",
                "en | On 2024-02-29 it may rain in March. | 2024-2-29; 3",
                "en | Since 1987 there were 1987 visitors. | 1987; 1987 visitor",
                "en | Version 1.2.3 supports ten users. | 1.2.3 support; 10 user",
                "es | Cuesta 1.250,50 € desde el 3 de mayo de 2024. | 1250.5 €; 2024-5-3",
                "es | Hay diez plazas. | 10 plazas",
                "en | 2024年5月3日 | 2024-5-3"
            })
    void numbersAndDatesAreReadOneWay(String language, String sentence, String expected) {
        Figures figures = new Figures(Phrasebook.of(Language.of(language)));
        List<String> shown =
                figures.in(sentence).stream().map(FiguresTest::read).toList();
        assertEquals(expected, String.join("; ", shown));
    }

    private static String read(Figure figure) {
        return figure.date()
                ? figure.value().replace("-*", "").replace("*-", "")
                : (figure.value() + " " + figure.unit()).strip();
    }
}
