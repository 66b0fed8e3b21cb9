package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The little that the writer can say in a language other than English.
 *
 * @param tag the language
 * @param words small words that give it away
 * @param hello how people greet in it
 * @param greeting the greeting given back
 * @param honest that there is no model
 * @param lines advice that fits any question
 * @param ask a question to give back
 */
record Tongue(
        String tag, Set<String> words, Pattern hello, String greeting, String honest, List<String> lines, String ask) {

    private static final Set<String> ENGLISH =
            Set.of(("the is are of to and what how why should i my for in on a an do "
                            + "you it with can which who when where would best between or me about")
                    .split(" "));

    static Tongue of(JsonObject json) {
        return new Tongue(
                json.string("tag"),
                Set.of(json.string("words").split(" ")),
                Pattern.compile("^[¡\\s]*(?:" + json.string("hello") + ")[^?？]{0,20}$", Pattern.CASE_INSENSITIVE),
                json.string("greeting"),
                json.string("honest"),
                json.array("lines").stream().map(Json::asString).toList(),
                json.string("ask"));
    }

    /** Returns the language of the text, or empty for English and for what is not known. */
    static Optional<Tongue> among(List<Tongue> tongues, String text) {
        List<String> words = KeyWords.inOrder(text);
        long most = count(words, ENGLISH);
        Optional<Tongue> best = Optional.empty();
        for (Tongue tongue : tongues) {
            long score = tongue.score(text, words);
            if (score > most) {
                most = score;
                best = Optional.of(tongue);
            }
        }
        return best;
    }

    /** Returns the answer to anything: honest once, then two pieces of advice. */
    String answer(String text, boolean honestAlready, boolean brief, boolean curious, Dice dice) {
        if (hello.matcher(text).find()) {
            return greeting;
        }
        List<String> said = new ArrayList<>();
        if (!honestAlready) {
            said.add(honest);
        }
        int first = dice.below(lines.size() - 1, "tongue");
        said.addAll(lines.subList(first, first + (brief ? 1 : 2)));
        if (curious && !brief) {
            said.add(ask);
        }
        return String.join(tag.equals("ja") ? "" : " ", said);
    }

    private long score(String text, List<String> found) {
        if (hello.matcher(text).find()) {
            return Long.MAX_VALUE;
        }
        return switch (tag) {
            case "hi" -> letters(text, UnicodeScript.DEVANAGARI);
            case "ja" -> letters(text, UnicodeScript.HIRAGANA) + letters(text, UnicodeScript.KATAKANA);
            case "es" -> count(found, words) + (text.contains("¿") || text.contains("ñ") ? 3 : 0);
            default -> count(found, words);
        };
    }

    private static long count(List<String> found, Set<String> words) {
        return found.stream().filter(words::contains).distinct().count();
    }

    private static long letters(String text, UnicodeScript script) {
        return text.codePoints().filter(c -> UnicodeScript.of(c) == script).count();
    }
}
