package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonNumber;
import dev.gator.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds or grades numbers within the bounds that a schema or a description sets. */
final class Numbers {

    private static final BigDecimal FEW = BigDecimal.valueOf(10);
    private static final Pattern RANGE = Pattern.compile(
            "(?i)(?:from |between )?(-?\\d+(?:\\.\\d+)?)\\s*(?:to|and|through|\u2013|-)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern MONEY = Pattern.compile(
            "(?i)[$\u20ac\u00a3]\\s?(\\d+(?:[.,]\\d+)?)|(\\d+(?:[.,]\\d+)?)\\s?(?:[\u20ac$\u00a3]|euros?|dollars?|eur|usd|pounds?)");

    private final Reading reading;
    private final Sides sides;
    private final Dice dice;
    private final Lookup question;

    Numbers(Reading reading, Sides sides, Dice dice) {
        this.reading = reading;
        this.sides = sides;
        this.dice = dice;
        this.question = new Lookup(reading.question());
    }

    /** Returns a number within the bounds, the one that was named if there is one. */
    Json number(JsonObject schema, Field field, boolean whole) {
        Optional<Matcher> range = range(field);
        BigDecimal low = range.map(found -> new BigDecimal(found.group(1))).orElse(null);
        BigDecimal high = range.map(found -> new BigDecimal(found.group(2))).orElse(null);
        BigDecimal least = bound(schema, "minimum", "exclusiveMinimum", whole, 1);
        BigDecimal most = bound(schema, "maximum", "exclusiveMaximum", whole, -1);
        least = least == null ? low : least;
        most = most == null ? high : most;
        BigDecimal value = value(field, least, most, whole);
        if (least != null && value.compareTo(least) < 0) {
            value = least;
        }
        if (most != null && value.compareTo(most) > 0) {
            value = most;
        }
        value = whole ? value.setScale(0, RoundingMode.HALF_UP) : value;
        return Json.of(multipleOf(schema, value));
    }

    private BigDecimal value(Field field, @Nullable BigDecimal least, @Nullable BigDecimal most, boolean whole) {
        boolean ordinal = field.lists() > 0
                && (reading.task().count(field.spoken()) > 0
                        || field.hasWord("principle", "number", "index", "rank", "position", "order", "candidate"));
        if (ordinal) {
            return BigDecimal.valueOf(field.index() + 1L);
        }
        if (field.isNamed("group") && reading.task().materials().size() > 1) {
            return BigDecimal.valueOf(Sides.group(reading.task().materials(), field.index()));
        }
        if (isGrade(field)) {
            Optional<BigDecimal> said = question.labelled(field.name()).flatMap(Numbers::decimal);
            return said.orElseGet(() -> grade(field, least, most, whole));
        }
        return named(field).orElseGet(() -> between(field, least, most));
    }

    private BigDecimal grade(Field field, @Nullable BigDecimal least, @Nullable BigDecimal most, boolean whole) {
        boolean stars = field.hasWord("rating", "star");
        BigDecimal from = least != null ? least : stars ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal usual = stars ? BigDecimal.valueOf(5) : whole ? FEW : BigDecimal.ONE;
        BigDecimal to = most != null ? most : from.max(usual);
        int candidate = field.lists() > 1 ? field.outer() : field.index();
        int criterion = field.lists() > 1 ? field.index() : 0;
        Feeling feeling = Feeling.in(reading.question());
        double share = stars && feeling != Feeling.NEITHER
                ? feeling == Feeling.GOOD ? 0.9 : 0.1
                : sides.appraisal(candidate).share();
        double varied =
                share == 0 ? 0 : Math.min(1, share + dice.below(3, "criterion" + criterion + "of" + candidate) / 20.0);
        return from.add(to.subtract(from).multiply(BigDecimal.valueOf(varied))).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean isGrade(Field field) {
        return field.hasWord(
                "score",
                "point",
                "grade",
                "mark",
                "rating",
                "star",
                "confidence",
                "probability",
                "reliability",
                "quality",
                "relevance",
                "likelihood",
                "certainty",
                "weight",
                "strength");
    }

    private Optional<BigDecimal> named(Field field) {
        boolean money = field.hasWord("price", "cost", "budget", "amount", "total", "fee");
        Optional<String> paid = money ? question.group(MONEY) : Optional.empty();
        Optional<String> aged = field.hasWord("age")
                ? question.group(Pattern.compile(
                        "(?i)(\\d{1,3})[ -]years?[ -]old|\\b(?:aged?|is|am|turns|turning) (\\d{1,3})\\b"))
                : Optional.empty();
        Optional<BigDecimal> told = question.labelled(field.name()).flatMap(Numbers::decimal);
        List<String> numbers = question.numbers();
        boolean operand = !numbers.isEmpty() && field.name().length() <= 2;
        Optional<String> ordered = operand
                ? Optional.of(numbers.get(Math.min(numbers.size() - 1, "bdy".contains(field.name()) ? 1 : 0)))
                : numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
        return told.or(() -> paid.or(() -> aged)
                .or(() -> question.numberNear(KeyWords.ofName(field.name())))
                .or(() -> ordered)
                .flatMap(Numbers::decimal));
    }

    private Optional<Matcher> range(Field field) {
        Matcher matcher = RANGE.matcher(field.description());
        boolean rising =
                matcher.find() && new BigDecimal(matcher.group(1)).compareTo(new BigDecimal(matcher.group(2))) < 0;
        return rising ? Optional.of(matcher) : Optional.empty();
    }

    private BigDecimal between(Field field, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        BigDecimal from = least == null ? (most == null ? BigDecimal.ONE : most.subtract(FEW)) : least;
        BigDecimal to = most == null ? from.add(FEW) : most;
        BigDecimal share = BigDecimal.valueOf(50 + dice.below(40, field.name() + field.index()), 2);
        return from.add(to.subtract(from).multiply(share)).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal bound(
            JsonObject schema, String inclusive, String exclusive, boolean whole, int inwards) {
        Optional<BigDecimal> open = schema.optionalNumber(exclusive)
                .map(JsonNumber::decimal)
                .map(value -> value.add(whole ? BigDecimal.valueOf(inwards) : BigDecimal.valueOf(inwards, 2)));
        return schema.optionalNumber(inclusive)
                .map(JsonNumber::decimal)
                .or(() -> open)
                .orElse(null);
    }

    private static BigDecimal multipleOf(JsonObject schema, BigDecimal value) {
        return schema.optionalNumber("multipleOf")
                .map(JsonNumber::decimal)
                .filter(step -> step.signum() > 0)
                .map(step -> value.divide(step, 0, RoundingMode.DOWN).multiply(step))
                .orElse(value);
    }

    private static Optional<BigDecimal> decimal(String text) {
        Matcher matcher =
                Pattern.compile("^[^\\d-]{0,2}(-?\\d+(?:[.,]\\d+)?)\\b").matcher(text);
        return matcher.find() ? Optional.of(new BigDecimal(matcher.group(1).replace(',', '.'))) : Optional.empty();
    }
}
