package dev.gator.rag.ground;

import java.util.List;

/**
 * A sentence of an answer and what backs it.
 *
 * @param text the sentence
 * @param start where it begins in the answer
 * @param end where it ends, exclusive
 * @param support whether it is backed
 * @param citations what says so; empty unless it is supported
 * @param remarks what was found wrong with it, such as a mark that points nowhere
 */
public record AnswerSentence(
        String text, int start, int end, Support support, List<Citation> citations, List<String> remarks) {

    /** Copies the lists. */
    public AnswerSentence {
        citations = List.copyOf(citations);
        remarks = List.copyOf(remarks);
    }
}
