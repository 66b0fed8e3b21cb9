package dev.gator.rag.retrieve;

import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * The words of a question that a document could answer with. Asking words and other small ones are rare in documents and
 * would count as telling there.
 */
final class QuestionWords {

    private QuestionWords() {}

    /** Returns the question without its small words; as it is if nothing else is left or its language is not known. */
    static String of(String question) {
        Optional<Lexicon> lexicon = Lexicon.detect(question).map(Lexicon::of);
        if (lexicon.isEmpty() || !lexicon.get().isSpaced()) {
            return question;
        }
        List<String> telling = Words.in(question).stream()
                .filter(word -> !lexicon.get().content(word).isEmpty())
                .toList();
        return telling.isEmpty() ? question : String.join(" ", telling);
    }
}
