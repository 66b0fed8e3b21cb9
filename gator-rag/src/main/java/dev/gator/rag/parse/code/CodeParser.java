package dev.gator.rag.parse.code;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads programs: a part for each function, and one for what lies between them, below the names of the symbols. */
public final class CodeParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(Types.CODE);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        String text = source.text(context);
        CodeOutline outline = CodeOutline.of(source.name(), text);
        Draft draft = Draft.of(source, context)
                .fact(Facts.LANGUAGE, outline.language().id());
        Deque<Symbol> inside = new ArrayDeque<>();
        int at = 0;
        for (Symbol symbol : outline.symbols()) {
            at = leave(inside, symbol.start(), at, text, draft);
            at = write(inside, at, symbol.start(), text, draft);
            inside.push(symbol);
        }
        at = leave(inside, text.length() + 1, at, text, draft);
        write(inside, at, text.length(), text, draft);
        return draft.toDocument();
    }

    /** Ends the symbols that end before a place. */
    private static int leave(Deque<Symbol> inside, int place, int from, String text, Draft draft) {
        int at = from;
        while (!inside.isEmpty() && inside.peek().end() <= place) {
            at = write(inside, at, inside.peek().end(), text, draft);
            inside.pop();
        }
        return at;
    }

    private static int write(Deque<Symbol> inside, int start, int end, String text, Draft draft) {
        if (end <= start) {
            return start;
        }
        List<String> path = inside.isEmpty() ? List.of() : inside.peek().path();
        String words = text.substring(start, end);
        boolean said = words.chars().anyMatch(Character::isLetterOrDigit);
        draft.within(path).add(BlockKind.CODE, said ? words : "");
        return end;
    }
}
