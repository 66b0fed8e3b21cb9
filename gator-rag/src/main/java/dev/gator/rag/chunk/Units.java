package dev.gator.rag.chunk;

import dev.gator.rag.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the parts of a document apart into units, none of them longer than a piece may be. */
final class Units {

    private static final Pattern RULE_OF_TABLE = Pattern.compile("[\\s|:+=-]{3,}");

    private final String text;
    private final ChunkSize size;
    private final List<Unit> units = new ArrayList<>();

    private Units(String text, ChunkSize size) {
        this.text = text;
        this.size = size;
    }

    static List<Unit> of(String text, List<Block> blocks, ChunkSize size) {
        Units units = new Units(text, size);
        blocks.forEach(units::add);
        return units.units;
    }

    private void add(Block block) {
        Extent all = new Extent(block.start(), block.end());
        switch (block.kind()) {
            case HEADING, PARAGRAPH, NOTE -> addSentences(all.trimmed(text));
            case LIST -> addItems(all);
            case TABLE -> addTable(all.trimmed(text));
            case CODE -> addCode(all.trimmedLines(text));
        }
    }

    private void addSentences(Extent place) {
        for (Extent sentence : Sentences.in(text, place)) {
            addBounded(Unit.sentence(sentence));
        }
    }

    private void addItems(Extent place) {
        for (Extent item : Lines.items(text, place)) {
            if (fits(item)) {
                units.add(Unit.sentence(item.trimmed(text)));
            } else {
                addSentences(item);
            }
        }
    }

    private void addTable(Extent place) {
        if (place.isEmpty() || fits(place)) {
            addBounded(Unit.solid(place));
            return;
        }
        List<Extent> lines = Lines.of(text, place);
        int head =
                lines.size() > 1 && RULE_OF_TABLE.matcher(lines.get(1).in(text)).matches() ? 2 : 1;
        Extent names = new Extent(place.start(), lines.get(head - 1).end());
        boolean repeated = size.of(names.in(text)) <= size.most() / 2; // longer names would leave no room for rows
        String lead = repeated ? names.in(text) : "";
        if (!repeated || lines.size() == head) {
            addBounded(Unit.solid(names));
        }
        for (int i = head; i < lines.size(); i++) {
            boolean first = i == head && repeated; // the names stay with the first row
            Extent row = first ? new Extent(place.start(), lines.get(i).end()) : lines.get(i);
            addBounded(new Unit(row, false, first ? "" : lead));
        }
    }

    private void addCode(Extent place) {
        if (fits(place)) {
            addBounded(Unit.solid(place));
            return;
        }
        for (Extent stretch : Lines.stretches(text, place)) {
            if (fits(stretch)) {
                units.add(Unit.solid(stretch));
            } else {
                Lines.of(text, stretch).forEach(line -> addBounded(Unit.solid(line)));
            }
        }
    }

    private boolean fits(Extent place) {
        return size.of(text, place.start(), place.end()) <= size.most();
    }

    private void addBounded(Unit unit) {
        int room = size.most() - (unit.lead().isEmpty() ? 0 : size.of(unit.lead()));
        if (unit.place().isEmpty()) {
            return;
        }
        if (size.of(text, unit.start(), unit.end()) <= room) {
            units.add(unit);
            return;
        }
        for (Extent part : LongText.cut(text, unit.place(), size, room)) {
            units.add(new Unit(part, false, unit.lead()));
        }
    }
}
