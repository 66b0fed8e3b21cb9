package dev.gator.rag.parse.pdf;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a PDF with the size of their letters, and counts what the drawing costs. */
final class PdfText extends PDFTextStripper {

    private static final int OPERATIONS_PER_CHARACTER = 2;

    private final Source source;
    private final CallContext context;
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private long characters;
    private long operations;
    private int paragraph;

    PdfText(Source source, CallContext context) {
        this.source = source;
        this.context = context;
    }

    List<PdfLine> lines() {
        return lines;
    }

    /** A form that draws forms that draw forms can keep a small file busy for a long time. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        context.check();
        long most = (long) OPERATIONS_PER_CHARACTER * source.limits().characters();
        if (++operations > most) {
            throw source.tooLarge("drawing operations", most);
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++characters > source.limits().characters()) {
            throw source.tooLarge("characters", source.limits().characters());
        }
        super.processTextPosition(text);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        words.append(text);
        for (TextPosition position : positions) {
            sizes.merge(Math.round(position.getFontSizeInPt() * 2), 1, Integer::sum);
        }
    }

    @Override
    protected void writeWordSeparator() {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
        paragraph++;
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
        paragraph++;
    }

    private void endLine() {
        if (!words.toString().isBlank()) {
            int size = sizes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
            lines.add(new PdfLine(
                    getCurrentPageNo(), paragraph, size, words.toString().strip()));
        }
        words.setLength(0);
        sizes.clear();
    }
}
