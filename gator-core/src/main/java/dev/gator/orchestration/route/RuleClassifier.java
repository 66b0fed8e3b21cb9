package dev.gator.orchestration.route;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.TokenCounter;
import dev.gator.orchestration.engine.Stages;
import java.util.List;
import java.util.Locale;

/** Weighs the words and signs of the question in one pass. */
final class RuleClassifier implements QueryClassifier {

    private static final int LONG_TOKENS = 16_000;
    private static final int READ_AT_MOST = 4_000;
    private static final int SHORT_TALK_WORDS = 8;
    private static final double DOUBT = 0.8;

    @Override
    public QueryProfile classify(ChatRequest request) {
        int tokens = TokenCounter.estimate().count(request);
        double[] weights = weigh(Stages.question(request));
        double complexity = complexity(weights, tokens, request);
        if (hasPicture(request)) {
            return new QueryProfile(QueryKind.VISION, 0.99, complexity, tokens);
        }
        if (tokens > LONG_TOKENS) {
            return new QueryProfile(QueryKind.LONG_CONTEXT, 0.95, complexity, tokens);
        }
        return strongest(weights, complexity, tokens);
    }

    private static double[] weigh(String question) {
        double[] weights = new double[QueryWords.SLOTS];
        String text = question.substring(0, Math.min(question.length(), READ_AT_MOST));
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words++;
                count(weights, text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        if (text.contains("```") || text.contains("();") || text.contains("{\n")) {
            weights[QueryWords.slot(QueryKind.CODE)] += 4;
        }
        if (calculates(text)) {
            weights[QueryWords.slot(QueryKind.MATHS)] += 3;
        }
        if (words > SHORT_TALK_WORDS) {
            weights[QueryWords.slot(QueryKind.SMALL_TALK)] = 0;
        }
        return weights;
    }

    private static void count(double[] weights, String word) {
        for (QueryWords.Hint hint : QueryWords.ENGLISH.of(word)) {
            weights[hint.slot()] += hint.weight();
        }
    }

    /** Whether an operator stands between two quantities, or a sign that only formulas have. */
    private static boolean calculates(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            char sign = text.charAt(i);
            if ("∑∫√π≤≥".indexOf(sign) >= 0) {
                return true;
            }
            if ("+*/^=-×÷".indexOf(sign) >= 0 && besides(text, i, -1) && besides(text, i, 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean besides(String text, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < text.length() && text.charAt(at) == ' ') {
            at += step;
        }
        if (at < 0 || at >= text.length()) {
            return false;
        }
        int far = at + step;
        boolean alone = far < 0 || far >= text.length() || !Character.isLetter(text.charAt(far));
        return Character.isDigit(text.charAt(at)) || ("xyzn".indexOf(text.charAt(at)) >= 0 && alone);
    }

    private static double complexity(double[] weights, int tokens, ChatRequest request) {
        double length = Math.min(0.2, Math.log1p(tokens / 60.0) * 0.06);
        double reasoning = 0.3 * Math.min(1, weights[QueryWords.REASONING]);
        double hard = Math.min(0.34, 0.17 * weights[QueryWords.HARD]);
        double limits = Math.min(0.2, 0.05 * weights[QueryWords.LIMIT]);
        double form = request.format() instanceof ResponseFormat.Text ? 0 : 0.05;
        double tools = request.tools().isEmpty() ? 0 : 0.05;
        double talk = weights[QueryWords.slot(QueryKind.SMALL_TALK)] > 0 ? 0.1 : 0;
        return Math.max(0, Math.min(1, 0.15 - talk + length + reasoning + hard + limits + form + tools));
    }

    private static QueryProfile strongest(double[] weights, double complexity, int tokens) {
        QueryKind best = QueryKind.GENERAL;
        double most = 0;
        double all = 0;
        for (QueryKind kind : QueryKind.values()) {
            double weight = weights[QueryWords.slot(kind)];
            all += weight;
            if (weight > most) {
                most = weight;
                best = kind;
            }
        }
        double confidence = best == QueryKind.GENERAL ? 0.5 : most / (all + DOUBT);
        return new QueryProfile(best, confidence, complexity, tokens);
    }

    private static boolean hasPicture(ChatRequest request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1).parts().stream()
                .anyMatch(part -> part instanceof Part.File file
                        && file.attachment().type().isImage());
    }
}
