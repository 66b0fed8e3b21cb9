package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.store.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A document in the making: a parser adds part after part, in order. It keeps the offsets and the headings, counts the
 * characters, and asks at every part whether the call is over. For one thread.
 *
 * <p>Parts are kept apart by an empty line, lose the white space around them, and are left out if nothing remains.
 */
public final class Draft {

    private static final String GAP = "\n\n";
    private static final int LONGEST_NAME = 300;
    private static final int LEAST_PARTS = 1_000;
    private static final int CHARACTERS_PER_PART = 20;

    private final Source source;
    private final CallContext context;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Heading> open = new ArrayList<>();
    private List<String> above = List.of();
    private String title;
    private Attributes facts;
    private int page;

    private Draft(Source source, CallContext context) {
        this.source = source;
        this.context = context;
        this.title = source.name();
        this.facts = Attributes.none().with(Facts.TYPE, source.type().toString());
    }

    /** Starts the document of a file. Its title is the file's name until there is a better one. */
    public static Draft of(Source source, CallContext context) {
        return new Draft(source, context);
    }

    /** Names the document, unless {@code better} is blank. */
    public Draft title(String better) {
        title = better.isBlank() ? title : oneLine(better);
        return this;
    }

    /** Adds a fact, see {@link Facts}, unless it is blank. */
    public Draft fact(String name, String value) {
        facts = value.isBlank() ? facts : facts.with(name, oneLine(value));
        return this;
    }

    /** Adds a number as a fact. */
    public Draft fact(String name, double value) {
        facts = facts.with(name, value);
        return this;
    }

    /** Adds a moment as a fact. */
    public Draft fact(String name, Instant value) {
        facts = facts.with(name, value);
        return this;
    }

    /**
     * Begins the next page, slide or sheet.
     *
     * @throws GatorException TOO_LARGE if the limits allow fewer
     */
    public Draft page(int number) {
        context.check();
        if (number > source.limits().pages()) {
            throw source.tooLarge("pages", source.limits().pages());
        }
        page = number;
        return this;
    }

    /** Adds a heading; what follows lies below it until one of the same or a higher level comes. Level 1 is highest. */
    public Draft heading(int level, String words) {
        String line = oneLine(words);
        if (!line.isEmpty()) {
            open.removeIf(each -> each.level >= level);
            shareAbove();
            append(BlockKind.HEADING, line);
            open.add(new Heading(level, line));
            shareAbove();
        }
        return this;
    }

    /** Names what the following parts lie in, outermost first, without adding headings: the symbols of a program. */
    public Draft within(List<String> path) {
        open.clear();
        path.forEach(name -> open.add(new Heading(open.size() + 1, oneLine(name))));
        shareAbove();
        return this;
    }

    /** Ends every section: what follows lies below no heading. */
    public Draft endSections() {
        open.clear();
        shareAbove();
        return this;
    }

    /**
     * Adds a part.
     *
     * @throws GatorException TOO_LARGE if the limits allow fewer characters, or because the call is over
     */
    public Draft add(BlockKind kind, String words) {
        String clean = CleanText.of(words);
        append(kind, kind == BlockKind.CODE ? CleanText.withoutEmptyEdges(clean) : clean.strip());
        return this;
    }

    private void append(BlockKind kind, String clean) {
        context.check();
        if (clean.isEmpty()) {
            return;
        }
        if ((long) text.length() + clean.length() + GAP.length()
                > source.limits().characters()) {
            throw source.tooLarge("characters", source.limits().characters());
        }
        countParts();
        text.append(text.length() == 0 ? "" : GAP);
        int start = text.length();
        text.append(clean);
        blocks.add(new Block(kind, start, text.length(), above, page));
    }

    /** A part costs more memory than a letter or two. */
    private void countParts() {
        int most = Math.max(LEAST_PARTS, source.limits().characters() / CHARACTERS_PER_PART);
        if (blocks.size() >= most) {
            throw source.tooLarge("parts", most);
        }
    }

    /** Makes one list for all parts that lie below the same headings. */
    private void shareAbove() {
        above = List.copyOf(open.stream().map(Heading::words).toList());
    }

    /** Returns the document as it is now. */
    public Document toDocument() {
        String address = source.address();
        return new Document(Document.idOf(address), title, address, text.toString(), blocks, facts);
    }

    private static String oneLine(String words) {
        String line = CleanText.of(words).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : CleanText.cut(line, LONGEST_NAME);
    }

    private record Heading(int level, String words) {}
}
