package dev.gator.rag.ground;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the numbers and dates in sentences of one language. Immutable. */
final class Figures {

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern KANJI = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?");
    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]\\d\\d|20\\d\\d)\\b(?![.,:]?\\d|\\s*[%€$£])");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{IsLatin}\\d])([$€£¥₹])?\\s?(\\d{1,2}:\\d{2}|\\d+(?:[.,\\u00a0\\u202f]\\d+)*)(?:\\s?([%€$£¥₹])|\\s?-?\\s?(\\p{L}[\\p{L}\\p{M}]*))?");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern NEXT_WORD = Pattern.compile("\\G[\\s-]*(\\p{L}[\\p{L}\\p{M}]*)");
    private static final int SHORTEST_LONE_MONTH = 4;
    private static final int LONGEST_NUMBER = 40;

    private final Phrasebook book;
    private final Lexicon lexicon;
    private final boolean decimalPoint;
    private final Map<String, Integer> months = new HashMap<>();
    private final Pattern dayMonth;
    private final Pattern monthDay;
    private final Pattern monthYear;
    private final Pattern month;

    Figures(Phrasebook book) {
        this.book = book;
        Language language = book.language();
        this.lexicon = Lexicon.of(language);
        this.decimalPoint = List.of("en", "ja", "hi").contains(language.base());
        for (Locale locale : List.of(Locale.ENGLISH, language.locale())) {
            for (Month each : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = each.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
                    if (Character.isLetter(name.charAt(0))) { // Japanese months are numbers
                        months.putIfAbsent(name.replace(".", ""), each.getValue());
                    }
                }
            }
        }
        String names = months.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")(?!\\p{L})"));
        String of = "\\.?,?\\s+(?:de\\s+|of\\s+)?";
        int how = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.dayMonth = Pattern.compile(
                "\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?" + names + "(?:" + of + "(\\d{4})\\b)?",
                how);
        this.monthDay = Pattern.compile(
                "(?<!\\p{L})" + names + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[:.,]\\d)(?:,?\\s+(\\d{4})\\b)?",
                how);
        this.monthYear = Pattern.compile("(?<!\\p{L})" + names + of + "(\\d{4})\\b", how);
        this.month = Pattern.compile("(?<!\\p{L})" + names, how);
    }

    /** Returns the numbers and dates in the order in which they stand. */
    List<Figure> in(String sentence) {
        List<Figure> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder(sentence);
        dates(ISO, sentence, rest, found, m -> date(m.group(1), m.group(2), m.group(3)));
        dates(KANJI, sentence, rest, found, m -> date(m.group(1), m.group(2), m.group(3)));
        dates(dayMonth, sentence, rest, found, m -> date(m.group(3), monthOf(m.group(2)), m.group(1)));
        dates(monthDay, sentence, rest, found, m -> date(m.group(3), monthOf(m.group(1)), m.group(2)));
        dates(monthYear, sentence, rest, found, m -> date(m.group(2), monthOf(m.group(1)), null));
        dates(month, sentence, rest, found, this::loneMonth);
        numbers(sentence, rest, found);
        spelled(sentence, rest, found);
        found.sort(Comparator.comparingInt(Figure::start));
        return found;
    }

    private void dates(
            Pattern form, String sentence, StringBuilder rest, List<Figure> found, Function<Matcher, String> value) {
        Matcher matcher = form.matcher(rest.toString());
        while (matcher.find()) {
            String read = value.apply(matcher);
            if (!read.isEmpty()) {
                found.add(new Figure(
                        true,
                        read,
                        "",
                        before(sentence, matcher.start()),
                        matcher.group().strip(),
                        matcher.start(),
                        matcher.end()));
                blank(rest, matcher.start(), matcher.end());
            }
        }
    }

    /** A month alone counts if it cannot be an ordinary word: "in March" does, "they march" does not. */
    private String loneMonth(Matcher found) {
        String written = found.group(1);
        boolean english = book.language().base().equals("en");
        boolean plain = english
                && (!Character.isUpperCase(written.charAt(0))
                        || (written.equalsIgnoreCase("march") && found.start() == 0));
        return written.length() < SHORTEST_LONE_MONTH || plain ? "" : date(null, monthOf(written), null);
    }

    private void numbers(String sentence, StringBuilder rest, List<Figure> found) {
        Matcher matcher = NUMBER.matcher(rest.toString());
        while (matcher.find()) {
            String digits = matcher.group(2);
            String sign = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
            String unit = sign != null ? sign : unit(matcher.group(4));
            boolean year =
                    sign == null && unit.isEmpty() && YEAR.matcher(digits).matches();
            int end = matcher.end(2);
            String before = before(sentence, matcher.start());
            String shown = unit.isEmpty() ? digits : matcher.group().strip();
            found.add(
                    year
                            ? new Figure(true, date(digits, null, null), "", before, digits, matcher.start(2), end)
                            : new Figure(false, canonical(digits), unit, before, shown, matcher.start(), end));
            blank(rest, matcher.start(), end);
        }
    }

    private void spelled(String sentence, StringBuilder rest, List<Figure> found) {
        String text = rest.toString();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String folded = Words.fold(matcher.group());
            if (book.isNumber(folded)) {
                Matcher next = NEXT_WORD.matcher(text).region(matcher.end(), text.length());
                String unit = next.find() ? unit(next.group(1)) : "";
                String before = before(sentence, matcher.start());
                found.add(new Figure(
                        false, book.number(folded), unit, before, matcher.group(), matcher.start(), matcher.end()));
            }
        }
    }

    private String before(String sentence, int place) {
        List<String> words = lexicon.content(sentence.substring(0, place));
        return words.isEmpty() ? "" : Stems.of(words.get(words.size() - 1), book.language());
    }

    private String unit(@Nullable String word) {
        if (word == null) {
            return "";
        }
        String folded = Words.fold(word);
        if (folded.startsWith("percent") || folded.equals("prozent")) {
            return "%";
        }
        boolean says = !lexicon.content(word).isEmpty();
        return says ? Stems.of(folded, book.language()) : "";
    }

    private String monthOf(String name) {
        return String.valueOf(months.getOrDefault(name.toLowerCase(Locale.ROOT).replace(".", ""), 0));
    }

    private static String date(@Nullable String year, @Nullable String month, @Nullable String day) {
        return part(year) + "-" + part(month) + "-" + part(day);
    }

    private static String part(@Nullable String digits) {
        return digits == null ? "*" : String.valueOf(Integer.parseInt(digits));
    }

    private String canonical(String digits) {
        if (digits.contains(":") || digits.length() > LONGEST_NUMBER) {
            return digits;
        }
        String bare = digits.replaceAll("[\\u00a0\\u202f]", "");
        String point = decimalPoint ? "." : ",";
        String grouping = decimalPoint ? "," : ".";
        // a lone group of other than three digits is a fraction, whatever the language's usual sign is
        String grouped = bare.replaceAll(Pattern.quote(grouping) + "(?=\\d{3}(?!\\d))", "");
        String plain = grouped.replace(grouping, ".").replace(point, ".");
        try {
            return new BigDecimal(plain).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return plain; // such as 1.2.3, a version: compared as it is written
        }
    }

    private static void blank(StringBuilder rest, int start, int end) {
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, ' ');
        }
    }
}
