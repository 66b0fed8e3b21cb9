package dev.gator.rag.ground;

import dev.gator.chat.ChatReply;
import dev.gator.chat.Part;
import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.RetrievalTrace;
import dev.gator.rag.retrieve.Retrieved;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts one answer together from a draft and its evidence. Belongs to one thread. */
final class Assembly {

    private final String question;
    private final List<Evidence> evidence;
    private final RetrievalTrace trace;
    private final SentenceReader reader;
    private final Set<String> asked;
    private final Conflicts conflicts;
    private final SupportCheck check;
    private final List<Source> sources;
    private final @Nullable Judge judge;

    Assembly(String question, Retrieved found, Likeness likeness, @Nullable Judge judge) {
        this.question = question;
        this.evidence = found.evidence();
        this.trace = found.trace();
        this.judge = judge;
        // the question comes first: a document must not decide in which language it is read
        this.reader = SentenceReader.forText(
                question, evidence.stream().findFirst().map(Assembly::text).orElse(""));
        this.asked = reader.readQuestion(question).terms();
        Opposition opposition = new Opposition(reader.book());
        this.conflicts = new Conflicts(opposition);
        this.check = new SupportCheck(opposition, likeness);
        this.sources = evidence.stream().map(one -> new Source(one, reader)).toList();
    }

    String question() {
        return question;
    }

    List<Source> sources() {
        return sources;
    }

    /** Returns everything that was no secret before the model spoke. */
    String known() {
        return question + " " + evidence.stream().map(Assembly::text).collect(Collectors.joining(" "));
    }

    Optional<String> extract() {
        return new ExtractiveWriter(sources, reader, conflicts).write(question);
    }

    /** Returns that there is no answer, and why. */
    GroundedAnswer unknown(ChatReply written, String why) {
        return new GroundedAnswer(
                question,
                Grounding.UNKNOWN,
                reader.book().unknown(),
                List.of(),
                AnswerConfidence.none(),
                List.of(),
                evidence,
                trace,
                List.of(why),
                written.model(),
                written.usage(),
                written.cost());
    }

    /** Returns the verified answer. */
    GroundedAnswer of(ChatReply written, Discretion discretion) {
        List<String> notes = new ArrayList<>();
        Draft draft = discreet(Draft.read(written.text()), discretion, notes);
        List<AnswerSentence> sentences = new Verification(sources, reader, check).of(draft);
        long claims = count(sentences, Support.SUPPORTED) + count(sentences, Support.UNSUPPORTED);
        long supported = count(sentences, Support.SUPPORTED);
        if (supported == 0) {
            return unknown(written, claims == 0 ? "nothing was claimed" : "no source supports what was written");
        }
        List<Contradiction> contradictions = contradictions(sentences);
        return new GroundedAnswer(
                question,
                supported == claims ? Grounding.GROUNDED : Grounding.PARTLY_GROUNDED,
                draft.text(),
                sentences,
                AnswerConfidence.of(sentences, evidence, contradictions),
                contradictions,
                evidence,
                trace,
                notes,
                written.model(),
                written.usage(),
                written.cost());
    }

    private Draft discreet(Draft draft, Discretion discretion, List<String> notes) {
        Draft kept = draft;
        List<TextSpan> spans = reader.sentences(draft.text());
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (discretion.isKeptFrom(spans.get(i).of(draft.text()))) {
                kept = kept.without(spans.get(i));
                notes.add("a sentence that repeated the instructions was left out");
            }
        }
        return kept;
    }

    private static long count(List<AnswerSentence> sentences, Support support) {
        return sentences.stream()
                .filter(sentence -> sentence.support() == support)
                .count();
    }

    private List<Contradiction> contradictions(List<AnswerSentence> sentences) {
        List<Quote> cited = sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .map(Citation::quote)
                .toList();
        Predicate<Source.Said> matters =
                said -> answers(said.reading()) || cited.stream().anyMatch(quote -> quote.overlaps(said.quote()));
        List<Contradiction> found = new ArrayList<>(conflicts.among(sources, matters));
        if (judge != null) {
            found.addAll(judge.contradictions(sources, matters, conflicts));
        }
        return found;
    }

    private boolean answers(Reading said) {
        long held = asked.stream().filter(said.terms()::contains).count();
        return !asked.isEmpty() && held >= SupportCheck.ENOUGH * asked.size();
    }

    private static String text(Evidence one) {
        return one.chunk().title() + " " + one.chunk().text();
    }

    /** Returns what stands for the reply of a model where none was asked. */
    static ChatReply unasked(String model, String text) {
        return ChatReply.from(model)
                .parts(List.of(Part.text(text)))
                .usage(Usage.NONE)
                .cost(Optional.of(Money.ZERO))
                .build();
    }
}
