package dev.gator.rag.parse.table;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.Iterator;
import java.util.Set;

/**
 * Reads JSON: each line, each item of an array or each member of an object is a part of its own, with a line such as
 * {@code address.city: Basel} for each value.
 */
public final class JsonDocumentParser implements DocumentParser {

    private static final String STRUCTURE = ",:[{";
    private static final int CHARACTERS_PER_VALUE = 20;

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.JSON, Types.JSON_LINES);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Draft draft = Draft.of(source, context);
        String text = source.text(context);
        if (source.type().equals(Types.JSON_LINES)) {
            lines(text, source, draft);
        } else {
            whole(value(text, source, ""), source, draft);
        }
        return draft.toDocument();
    }

    private static void lines(String text, Source source, Draft draft) {
        int number = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (!line.isBlank()) {
                draft.add(BlockKind.PARAGRAPH, RecordText.of(value(line, source, "line " + number + ": "), source));
            }
        }
    }

    private static void whole(Json value, Source source, Draft draft) {
        if (value instanceof JsonArray records) {
            records.forEach(each -> draft.add(BlockKind.PARAGRAPH, RecordText.of(each, source)));
        } else if (value instanceof JsonObject members) {
            members.forEach(each -> draft.add(BlockKind.PARAGRAPH, RecordText.of(each.name(), each.value(), source)));
        } else {
            draft.add(BlockKind.PARAGRAPH, RecordText.of(value, source));
        }
    }

    private static Json value(String text, Source source, String where) {
        long most = Math.max(1_000, source.limits().characters() / CHARACTERS_PER_VALUE);
        if (text.chars().filter(c -> STRUCTURE.indexOf(c) >= 0).limit(most + 1).count() > most) {
            throw source.tooLarge("values in one piece", most);
        }
        try {
            return Json.parse(text);
        } catch (GatorException e) {
            throw source.fault(ParseError.BROKEN, where + e.detail(), e);
        }
    }
}
